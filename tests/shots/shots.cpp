// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/languages.h"
#include "support/pseudotranslator.h"
#include "support/ui/scenes.h"

#include <QtCore/QDir>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

/// One way to look at a scene; its name ends the file's.
struct Look {
    QString name;
    WindowSettings::Scheme scheme = WindowSettings::Scheme::Light;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QString language = u"en"_s;
    bool isPseudo = false;
};

/// Saves a picture; false when it did not work out.
bool take(const Scene& scene, Stage& stage, const QString& file)
{
    QWidget* window = scene.show(stage);
    if (window == nullptr) {
        std::fprintf(stderr, "shots: \"%s\" did not come about\n", qPrintable(scene.name));
        return false;
    }
    window->setFocus();
    return window->grab().save(file);
}

} // namespace

/// Makes pictures of every screen and state: ./dev shots DIR [SCENE...]
int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    usePlainStyle();
    QStringList arguments = QApplication::arguments().sliced(1);
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "shots DIR [SCENE...]\n");
        return 2;
    }
    const QDir folder(arguments.takeFirst());
    folder.mkpath(u"."_s);
    const bool isLarge = qApp->devicePixelRatio() > 1;
    QList<Look> looks{{u""_s}, {u"-dark"_s, WindowSettings::Scheme::Dark}};
    constexpr auto light = WindowSettings::Scheme::Light;
    if (!isLarge) {
        looks.append({u"-rtl"_s, light, Qt::RightToLeft});
        looks.append({u"-de"_s, light, Qt::LeftToRight, u"de"_s});
        looks.append({u"-zh"_s, light, Qt::LeftToRight, u"zh_CN"_s});
        looks.append({u"-pseudo"_s, light, Qt::LeftToRight, u"en"_s, true});
    }

    Languages languages(u"en"_s);
    PseudoTranslator pseudo;
    Stage stage;
    bool worked = true;
    for (const Look& look : looks) {
        applyScheme(look.scheme);
        languages.use(look.language);
        if (look.isPseudo)
            QCoreApplication::installTranslator(&pseudo);
        QGuiApplication::setLayoutDirection(look.direction);
        for (const Scene& scene : scenes()) {
            if (!arguments.isEmpty() && !arguments.contains(scene.name))
                continue;
            const QString name = scene.name + look.name + (isLarge ? u"-2x.png"_s : u".png"_s);
            worked = take(scene, stage, folder.filePath(name)) && worked;
        }
        stage.clear();
    }
    return worked ? 0 : 1;
}
