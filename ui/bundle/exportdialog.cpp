// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bundle/exportdialog.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/unit.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int stateVersion = 1;
constexpr auto typingPause = 300ms;
constexpr double gigabyte = 1e9;
constexpr double gigabytesMost = 100'000;
constexpr double gigabytesAtFirst = 8;
constexpr qint64 fat32Bytes = 4'000'000'000; // a file there ends before 4 GiB
constexpr qint64 discBytes = 25'000'000'000;
constexpr qint64 ownSize = -1;

QString endingOf(BundleFormat format)
{
    return format == BundleFormat::Folder ? QString() : QString(u'.' + bundleFormatName(format));
}

/// The name without the ending of a bundle.
QString bareName(const QString& name)
{
    static constexpr std::array endings{".tar.zst"_L1, ".tzst"_L1, ".tar.gz"_L1, ".tgz"_L1, ".tar"_L1, ".zip"_L1};
    for (const QLatin1StringView ending : endings) {
        if (name.endsWith(ending, Qt::CaseInsensitive) && name.size() > ending.size())
            return name.chopped(ending.size());
    }
    return name;
}

QLineEdit* makeField(QWidget* parent, const QString& name)
{
    auto* const field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * 48);
    // A path is written from left to right in every language.
    field->setLayoutDirection(Qt::LeftToRight);
    return field;
}

} // namespace

ExportDialog::~ExportDialog()
{
    // Focus leaves a field when the dialog's base goes, and the field says so.
    m_target->disconnect(this);
}

QString ExportDialog::nameFor(const QList<HeldRow>& rows, const QDate& day)
{
    if (rows.size() != 1)
        return u"hugger-%1-snapshots-%2"_s.arg(rows.size()).arg(day.toString(Qt::ISODate));
    QString id = rows.constFirst().repo.id;
    return id.replace(u'/', u'-') % u'-' % QString::fromLatin1(rows.constFirst().commit.first(8));
}

ExportDialog::ExportDialog(Engine& engine, WindowSettings& settings, const QList<HeldRow>& rows, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_rows(rows)
    , m_name(nameFor(rows, QDate::currentDate()))
    , m_title(new QLabel(this))
    , m_bar(new MessageBar(this))
    , m_form(new QFormLayout)
    , m_format(new QComboBox(this))
    , m_formatHint(new QuietLabel(this))
    , m_target(makeField(this, u"exportTarget"_s))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_split(new QComboBox(this))
    , m_gigabytes(new QDoubleSpinBox(this))
    , m_splitHint(new QuietLabel(this))
    , m_splitRow(new QWidget(this))
    , m_differs(new QCheckBox(tr("&Leave out what the other side holds"), this))
    , m_since(makeField(this, u"exportSince"_s))
    , m_choose(new QPushButton(tr("&Choose…"), this))
    , m_sinceRow(new QWidget(this))
    , m_sinceHint(new QuietLabel(this))
    , m_totals(new QLabel(this))
    , m_export(new QPushButton(themedIcon(u"export"_s), tr("&Export"), this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    m_weigh.setSingleShot(true);
    m_weigh.setInterval(typingPause);
    fillChoices();
    build();
    restore();

    connect(&m_weigh, &QTimer::timeout, this, &ExportDialog::weigh);
    connect(m_bar, &MessageBar::stepChosen, this, &ExportDialog::weigh);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::takeFormat);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_bar->clear(); });
    connect(m_target, &QLineEdit::textChanged, this, [this] { m_weigh.start(); });
    connect(m_target, &QLineEdit::editingFinished, this, &ExportDialog::takeTyped);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_split, &QComboBox::activated, this, &ExportDialog::update);
    connect(m_differs, &QCheckBox::toggled, this, [this] {
        update();
        weigh();
    });
    connect(m_since, &QLineEdit::textChanged, this, [this] { m_weigh.start(); });
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseList);
    update();
    weigh();
}

void ExportDialog::fillChoices()
{
    m_format->setObjectName(u"exportFormat"_s);
    m_split->setObjectName(u"exportSplit"_s);
    m_gigabytes->setObjectName(u"exportGigabytes"_s);
    m_differs->setObjectName(u"exportDiffers"_s);
    const auto add = [this](const QString& text, BundleFormat format) {
        m_format->addItem(text, static_cast<int>(format));
    };
    add(tr("One file, .tar.zst"), BundleFormat::TarZst);
    add(tr("One file, .tar"), BundleFormat::Tar);
    add(tr("One file, .tar.gz"), BundleFormat::TarGz);
    add(tr("One file, .zip"), BundleFormat::Zip);
    add(tr("A folder of plain files"), BundleFormat::Folder);
    //: Of a large file: it stays in one piece
    m_split->addItem(tr("No"), qint64(0));
    //: FAT32 is a file system of USB sticks
    m_split->addItem(tr("Pieces of 4 GB, for FAT32 sticks"), fat32Bytes);
    m_split->addItem(tr("Pieces of 25 GB, for Blu-ray discs"), discBytes);
    m_split->addItem(tr("Pieces of another size"), ownSize);
    m_gigabytes->setRange(0.1, gigabytesMost);
    m_gigabytes->setDecimals(1);
    m_gigabytes->setValue(gigabytesAtFirst);
    m_gigabytes->setAccessibleName(tr("Size of a piece"));
    //: Gigabytes.
    setUnit(m_gigabytes, tr("%1 GB"), u"%1"_s);
    m_splitHint->setText(tr("They end in .001, .002 and so on. Bring them into one folder before they are imported."));
    m_since->setAccessibleName(tr("List of what the other side holds"));
    m_since->setPlaceholderText(tr("The list that the other side made"));
    m_sinceHint->setText(tr("Its hugger makes that list: “Save a list of what is held…” in the File menu, or %1. Only "
                            "where all of it is still held can the export be imported.")
                             .arg(u"hugger list --holdings FILE"_s));
}

void ExportDialog::build()
{
    m_title->setObjectName(u"exportTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    m_title->setFont(bold);
    if (m_rows.size() == 1) {
        //: A repo and its commit
        m_title->setText(
            tr("%1 at %2").arg(plainLine(m_rows.constFirst().repo.id), shortCommit(m_rows.constFirst().commit)));
    } else {
        m_title->setText(tr("%Ln snapshots", nullptr, static_cast<int>(m_rows.size())));
    }
    m_bar->setObjectName(u"exportBar"_s);
    m_totals->setObjectName(u"exportTotals"_s);
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    m_export->setObjectName(u"exportButton"_s);
    m_browse->setObjectName(u"exportBrowse"_s);
    m_choose->setObjectName(u"exportChoose"_s);
    m_browse->setAutoDefault(false);
    m_choose->setAutoDefault(false);

    const auto lineOf = [](QWidget* around, QWidget* field, QWidget* beside) {
        auto* const line = around != nullptr ? new QHBoxLayout(around) : new QHBoxLayout;
        line->setContentsMargins({});
        line->addWidget(field, 1);
        line->addWidget(beside);
        return line;
    };
    lineOf(m_splitRow, m_split, m_gigabytes);
    lineOf(m_sinceRow, m_since, m_choose);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Format:"), m_format);
    m_form->addRow(QString(), m_formatHint);
    auto* const targetLabel = new QLabel(tr("&To:"), this);
    targetLabel->setBuddy(m_target);
    m_form->addRow(targetLabel, lineOf(nullptr, m_target, m_browse));
    auto* const splitLabel = new QLabel(tr("&Split:"), this);
    splitLabel->setBuddy(m_split);
    m_form->addRow(splitLabel, m_splitRow);
    m_form->addRow(QString(), m_splitHint);
    m_form->addRow(QString(), m_differs);
    m_form->addRow(QString(), m_sinceRow);
    m_form->addRow(QString(), m_sinceHint);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addLayout(m_form);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addStretch();
    layout->addWidget(m_totals);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 88, height());
    setTabOrder({m_format, m_target, m_browse, m_split, m_gigabytes, m_differs, m_since, m_choose});
}

/// What is written in several lines comes and goes: the dialog always has the height for it.
bool ExportDialog::event(QEvent* event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return isDone;
}

void ExportDialog::restore()
{
    const auto format = bundleFormatFromName(QString::fromUtf8(m_settings.state(u"export/format"_s, stateVersion)));
    m_format->setCurrentIndex(std::max(0, m_format->findData(static_cast<int>(format.value_or(BundleFormat::TarZst)))));
    QString folder = QString::fromUtf8(m_settings.state(u"export/folder"_s, stateVersion));
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        if (!QDir(folder).exists())
            folder = QDir::homePath();
    }
    m_target->setText(QDir::toNativeSeparators(QString(QDir(folder).filePath(m_name) % endingOf(this->format()))));
}

BundleFormat ExportDialog::format() const
{
    return static_cast<BundleFormat>(m_format->currentData().toInt());
}

QString ExportDialog::target() const
{
    const QString text = QDir::fromNativeSeparators(m_target->text().trimmed());
    return text.isEmpty() ? text : QDir::cleanPath(text);
}

ExportWish ExportDialog::wish() const
{
    ExportWish wish;
    wish.target = target();
    wish.format = format();
    const qint64 split = m_split->currentData().toLongLong();
    if (wish.format != BundleFormat::Folder)
        wish.splitBytes = split == ownSize ? std::llround(m_gigabytes->value() * gigabyte) : split;
    if (m_differs->isChecked())
        wish.since = QDir::fromNativeSeparators(m_since->text().trimmed());
    return wish;
}

void ExportDialog::takeFormat()
{
    const QFileInfo now(target());
    if (!now.fileName().isEmpty()) {
        m_target->setText(QDir::toNativeSeparators(
            QString(QDir(now.path()).filePath(bareName(now.fileName())) % endingOf(format()))));
    }
    update();
}

/// Somebody who types the ending has chosen the format, and one who left it off wants the one that is chosen.
void ExportDialog::takeTyped()
{
    const QString typed = target();
    if (typed.isEmpty() || QFileInfo(typed).fileName().isEmpty())
        return;
    const BundleFormat said = bundleFormatOf(typed);
    if (said != BundleFormat::Folder)
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(said)));
    else if (format() != BundleFormat::Folder)
        m_target->setText(QDir::toNativeSeparators(QString(typed % endingOf(format()))));
    update();
}

QString ExportDialog::missing() const
{
    if (!QDir::isAbsolutePath(target()))
        return tr("Choose where to: a path from the top, as the Browse button gives it.");
    if (m_differs->isChecked() && !QDir::isAbsolutePath(wish().since))
        return tr("Choose the list of what the other side holds.");
    return {};
}

void ExportDialog::update()
{
    const bool isFolder = format() == BundleFormat::Folder;
    switch (format()) {
    case BundleFormat::TarZst:
        m_formatHint->setText(tr("For most: as small as it gets without waiting. Opens with tar."));
        break;
    case BundleFormat::Tar:
        m_formatHint->setText(tr("The fastest. Weights hardly get smaller anyway. Opens with tar."));
        break;
    case BundleFormat::TarGz:
        m_formatHint->setText(tr("Where the other side knows no zstd. Slow."));
        break;
    case BundleFormat::Zip:
        m_formatHint->setText(tr("Opens everywhere by a double click. Not smaller."));
        break;
    case BundleFormat::Folder:
        m_formatHint->setText(tr("Can be read as it is, without unpacking. For a drive that stays plugged in."));
        break;
    }
    m_form->setRowVisible(m_splitRow, !isFolder);
    m_form->setRowVisible(m_splitHint, !isFolder && m_split->currentData().toLongLong() != 0);
    m_gigabytes->setVisible(m_split->currentData().toLongLong() == ownSize);
    m_form->setRowVisible(m_sinceRow, m_differs->isChecked());
    m_form->setRowVisible(m_sinceHint, m_differs->isChecked());
    m_export->setEnabled(!m_isBusy && m_look.has_value() && missing().isEmpty());
}

void ExportDialog::weigh()
{
    m_weigh.stop();
    const int asked = ++m_asked;
    m_look.reset();
    m_bar->clear();
    const QString what = missing();
    m_totals->setText(what.isEmpty() ? tr("Looking at what is to be written…") : what);
    update();
    if (!what.isEmpty())
        return;
    QList<qint64> rows;
    for (const HeldRow& row : std::as_const(m_rows))
        rows.append(row.id);
    m_engine.weighExport(rows, wish()).then(this, [this, asked](const Expected<ExportLook>& look) {
        if (asked != m_asked || m_weigh.isActive())
            return;
        if (look)
            setLook(*look);
        else
            showError(look.error());
    });
}

void ExportDialog::setLook(const ExportLook& look)
{
    ++m_asked;
    m_weigh.stop();
    m_bar->clear();
    m_look = look;
    QStringList sentences;
    //: %1 is "12 files", %2 a size
    sentences.append(tr("To write: %1, %2.").arg(filesText(look.payloadFiles), sizeText(look.payloadBytes)));
    if (const qint64 shared = look.bytes - look.payloadBytes - look.leftOutBytes; shared > 0)
        sentences.append(tr("%1 are the same contents under other names, and written once.").arg(sizeText(shared)));
    if (look.leftOutBytes > 0)
        sentences.append(tr("%1 are left out: the other side holds them.").arg(sizeText(look.leftOutBytes)));
    if (look.freeBytes >= look.payloadBytes)
        sentences.append(tr("After that %1 free.").arg(sizeText(look.freeBytes - look.payloadBytes)));
    else if (look.freeBytes < 0)
        sentences.append(tr("How much space there is cannot be told."));
    m_totals->setText(sentences.join(u' '));
    m_totals->setToolTip(exactBytesText(look.payloadBytes));
    if (look.freeBytes >= 0 && look.freeBytes < look.payloadBytes)
        sayItDoesNotFit(look);
    update();
}

void ExportDialog::sayItDoesNotFit(const ExportLook& look)
{
    const bool isPlain = format() == BundleFormat::Folder || format() == BundleFormat::Tar;
    const QString needed = sizeText(look.payloadBytes);
    const QString free = sizeText(look.freeBytes);
    Message message{.tint = Tint::Attention};
    if (isPlain) {
        //: %1 and %2 sizes
        message.text = tr("This does not fit: it takes %1, and %2 are free there. Choose another place, or leave out "
                          "what the other side holds.")
                           .arg(needed, free);
        m_look.reset();
    } else {
        // How small it gets is only known when it is done.
        //: %1 and %2 sizes
        message.text = tr("This fits only if it gets small: it is %1 now, and %2 are free there.").arg(needed, free);
    }
    m_bar->say(message);
}

void ExportDialog::showError(const Error& error)
{
    ++m_asked;
    m_weigh.stop();
    m_look.reset();
    m_totals->setText(tr("Nothing is written yet."));
    sayTrouble(error, error.retry != Retry::Never);
    update();
}

void ExportDialog::sayTrouble(const Error& error, bool canRetry)
{
    Message message = Message::of(error, {}, {});
    message.step = canRetry ? NextStep::Retry : NextStep::None;
    message.other = NextStep::None;
    m_bar->say(message);
}

void ExportDialog::browse()
{
    const QFileInfo now(target());
    const bool isFolder = format() == BundleFormat::Folder;
    auto* const dialog = new QFileDialog(this, isFolder ? tr("Folder to export into") : tr("Export to"), now.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (isFolder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        // What is there already is never replaced: the engine says so.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->selectFile(now.fileName());
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, isFolder](const QString& chosen) {
        m_bar->clear();
        m_target->setText(QDir::toNativeSeparators(isFolder ? QDir(chosen).filePath(m_name) : chosen));
        takeTyped();
    });
    dialog->open();
}

void ExportDialog::chooseList()
{
    auto* const dialog = new QFileDialog(this, tr("List of what the other side holds"),
                                         QFileInfo(m_since->text().isEmpty() ? target() : m_since->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& chosen) { m_since->setText(QDir::toNativeSeparators(chosen)); });
    dialog->open();
}

void ExportDialog::start()
{
    takeTyped();
    if (!m_export->isEnabled())
        return;
    m_isBusy = true;
    m_bar->clear();
    update();
    QList<qint64> rows;
    for (const HeldRow& row : std::as_const(m_rows))
        rows.append(row.id);
    const ExportWish asked = wish();
    m_engine.exportBundle(rows, asked).then(this, [this, asked](const Expected<Job>& job) {
        m_isBusy = false;
        update();
        if (!job) {
            sayTrouble(job.error(), false); // the Export button is the next step
            return;
        }
        m_settings.saveState(u"export/format"_s, bundleFormatName(asked.format).toUtf8(), stateVersion);
        m_settings.saveState(u"export/folder"_s, QFileInfo(asked.target).path().toUtf8(), stateVersion);
        Q_EMIT exportStarted(job->id);
        accept();
    });
}

} // namespace hugger
