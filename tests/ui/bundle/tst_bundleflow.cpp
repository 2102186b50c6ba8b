// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"
#include "support/ui/openwindow.h"

#include "base/hash.h"
#include "ui/bundle/exportdialog.h"
#include "ui/bundle/importdialog.h"
#include "ui/bundle/statementdialog.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

constexpr int patience = 30'000;
const QString signs = u"local/signs"_s;

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

template<typename Dialog> QPushButton& buttonOf(const char* name)
{
    return *openDialog<Dialog>()->template findChild<QPushButton*>(QLatin1StringView(name));
}

} // namespace

/// From one archive into another, with nothing but the window.
class TestBundleFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_open.reset(); }
    void folderComesIn();
    void linkIsRefusedByName();
    void bundleGoesRound();

private:
    void open(const QString& profile);
    void import(const QString& source);
    [[nodiscard]] JobState stateOf() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenWindow> m_open;
};

void TestBundleFlow::initTestCase()
{
    usePlainStyle();
}

void TestBundleFlow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(m_folder->filePath(u"signs/README.md"_s), "# Signs\n");
    write(m_folder->filePath(u"signs/images/stop.bin"_s), QByteArray(300'000, 's'));
    open(u"one"_s);
}

void TestBundleFlow::open(const QString& profile)
{
    m_open.reset();
    setEndpoint(m_folder->filePath(profile));
    m_open = std::make_unique<OpenWindow>(m_folder->filePath(profile));
    QVERIFY(m_open->open());
}

JobState TestBundleFlow::stateOf() const
{
    const auto status = m_open->job(signs);
    if (status && status->job.error)
        qWarning("%s", qPrintable(status->job.error->message));
    return status ? status->job.state : JobState::Queued;
}

void TestBundleFlow::import(const QString& source)
{
    m_open->window().openImport(source);
    QVERIFY(openDialog<ImportDialog>());
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf<ImportDialog>("importButton").isEnabled(), patience);
    buttonOf<ImportDialog>("importButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!openDialog<ImportDialog>(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(), JobState::Completed, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_open->rowOf(signs) >= 0, patience);
}

void TestBundleFlow::folderComesIn()
{
    import(m_folder->filePath(u"signs"_s));
    QCOMPARE(m_open->job(signs)->job.type, JobType::Import);
    m_open->choose(m_open->rowOf(signs));
    m_open->find<QAction>(u"statement"_s)->trigger();
    auto* const dialog = openDialog<StatementDialog>();
    QVERIFY(dialog);
    const auto* text = dialog->findChild<QPlainTextEdit*>(u"statementText"_s);
    const QString hash = QString::fromLatin1(sha256Hex(QByteArray(300'000, 's')));
    QTRY_VERIFY2(text->toPlainText().contains(hash), qPrintable(text->toPlainText()));
    QVERIFY(text->toPlainText().contains(u"images/stop.bin"_s));
    dialog->reject();
}

void TestBundleFlow::linkIsRefusedByName()
{
    QVERIFY(QFile::link(u"/etc/passwd"_s, m_folder->filePath(u"signs/stolen.txt"_s)));
    m_open->window().openImport(m_folder->filePath(u"signs"_s));
    auto* const bar = openDialog<ImportDialog>()->findChild<MessageBar*>(u"importBar"_s);
    QPushButton& button = buttonOf<ImportDialog>("importButton");
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible() || button.isEnabled(), patience);
    QString said = bar->message().text;
    if (button.isEnabled()) {
        // It was not seen before the import itself: then the transfers tell.
        button.click();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), JobState::Failed, patience);
        auto* const told = m_open->find<MessageBar>(u"transfersBar"_s);
        QTRY_VERIFY(told->isVisible());
        said = told->message().text;
    }
    QVERIFY2(said.contains(u"stolen.txt"_s), qPrintable(said));
    QCOMPARE(m_open->rowOf(signs), -1);
}

void TestBundleFlow::bundleGoesRound()
{
    import(m_folder->filePath(u"signs"_s));
    m_open->choose(m_open->rowOf(signs));
    m_open->find<QAction>(u"exportRows"_s)->trigger();
    auto* const dialog = openDialog<ExportDialog>();
    QVERIFY(dialog);
    auto* const target = dialog->findChild<QLineEdit*>(u"exportTarget"_s);
    const QString bundle = m_folder->filePath(u"carried.tar.zst"_s);
    target->setText(bundle);
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf<ExportDialog>("exportButton").isEnabled(), patience);
    buttonOf<ExportDialog>("exportButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!openDialog<ExportDialog>(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_open->job(signs)->job.type, JobType::Export, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(), JobState::Completed, patience);
    QVERIFY(QFile::exists(bundle));

    // What is there is never replaced, and the dialog says so.
    m_open->find<QAction>(u"exportRows"_s)->trigger();
    openDialog<ExportDialog>()->findChild<QLineEdit*>(u"exportTarget"_s)->setText(bundle);
    auto* const bar = openDialog<ExportDialog>()->findChild<MessageBar*>(u"exportBar"_s);
    QPushButton& button = buttonOf<ExportDialog>("exportButton");
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible() || button.isEnabled(), patience);
    if (button.isEnabled())
        button.click();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience);
    QVERIFY2(bar->message().text.contains(u"carried.tar.zst"_s), qPrintable(bar->message().text));
    openDialog<ExportDialog>()->reject();

    open(u"two"_s);
    QCOMPARE(m_open->rows(), 0);
    import(bundle);
    QCOMPARE(m_open->rows(), 1);
}

QTEST_MAIN(TestBundleFlow)
#include "tst_bundleflow.moc"
