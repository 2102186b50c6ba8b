// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/languages.h"
#include "support/pseudotranslator.h"
#include "support/ui/scenes.h"
#include "support/ui/walk.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

/// A language to look at the scenes in, and what is looked for.
struct Speech {
    QByteArray name;
    QString language;
    bool isPseudo = false;
    bool isMirrored = false;
};

QList<Speech> speeches()
{
    // The pseudo-language says everything half as long again, from right to left.
    return {{"English", u"en"_s}, {"pseudo", u"en"_s, true, true}, {"German", u"de"_s}, {"Chinese", u"zh_CN"_s}};
}

QByteArray linesOf(const QStringList& troubles)
{
    return '\n' + troubles.join(u'\n').toUtf8();
}

} // namespace

/// Walks every screen: whoever has no mouse, no colours or other letters gets along.
class AccessTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void walk_data();
    void walk();
    void contrast_data();
    void contrast();

private:
    void speak(const Speech& speech);

    Languages m_languages{u"en"_s};
    PseudoTranslator m_pseudo;
    std::unique_ptr<Stage> m_stage;
};

void AccessTest::initTestCase()
{
    usePlainStyle();
    applyScheme(WindowSettings::Scheme::Light);
    m_stage = std::make_unique<Stage>();
}

void AccessTest::cleanupTestCase()
{
    m_stage.reset();
}

void AccessTest::speak(const Speech& speech)
{
    QCoreApplication::removeTranslator(&m_pseudo);
    m_languages.use(speech.language);
    if (speech.isPseudo)
        QCoreApplication::installTranslator(&m_pseudo);
    QGuiApplication::setLayoutDirection(speech.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
}

void AccessTest::walk_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<int>("speech");
    const auto all = speeches();
    for (int speech = 0; speech < all.size(); ++speech) {
        for (const Scene& scene : scenes())
            QTest::addRow("%s, %s", qPrintable(scene.name), all.at(speech).name.constData()) << scene.name << speech;
    }
}

void AccessTest::walk()
{
    QFETCH(const QString, scene);
    QFETCH(const int, speech);
    speak(speeches().at(speech));
    const auto all = scenes();
    const auto at = std::ranges::find(all, scene, &Scene::name);
    QWidget* window = at->show(*m_stage);
    QVERIFY2(window != nullptr, "the scene did not come about");
    QVERIFY(QTest::qWaitForWindowExposed(window));
    // What the engine answers late makes the window lay itself out once more.
    QTRY_VERIFY2(clippedIn(*window).isEmpty(), linesOf(clippedIn(*window)).constData());
    QStringList troubles = sharedMnemonicsIn(*window);
    if (speech == 0) // names and order are the same in every language
        troubles += namelessIn(*window) + unreachableIn(*window);
    QVERIFY2(troubles.isEmpty(), linesOf(troubles).constData());
}

void AccessTest::contrast_data()
{
    QTest::addColumn<WindowSettings::Scheme>("scheme");
    QTest::newRow("light") << WindowSettings::Scheme::Light;
    QTest::newRow("dark") << WindowSettings::Scheme::Dark;
}

void AccessTest::contrast()
{
    QFETCH(const WindowSettings::Scheme, scheme);
    applyScheme(scheme);
    const bool isDark = scheme == WindowSettings::Scheme::Dark;
    QTRY_COMPARE(QGuiApplication::palette().color(QPalette::Base).lightness() < 128, isDark);
    const QStringList troubles = tooFaintIn(QGuiApplication::palette());
    applyScheme(WindowSettings::Scheme::Light);
    QVERIFY2(troubles.isEmpty(), linesOf(troubles).constData());
}

QTEST_MAIN(AccessTest)
#include "tst_access.moc"
