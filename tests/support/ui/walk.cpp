// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/walk.h"

#include "ui/widgets/tint.h"

#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

constexpr int mostLinks = 50;

/// "QToolButton pause in QWidget row in ...": enough to find it in the code.
QString placeOf(const QWidget& widget)
{
    QStringList parts;
    for (const QWidget* one = &widget; one != nullptr && parts.size() < 4; one = one->parentWidget()) {
        const QString name = one->objectName();
        parts.append(QString::fromLatin1(one->metaObject()->className())
                     + (name.isEmpty() ? QString() : QString(u' ' + name)));
    }
    return parts.join(u" in "_s);
}

template<typename Widget = QWidget> QList<Widget*> visibleIn(const QWidget& window)
{
    QList<Widget*> found;
    for (auto* widget : window.findChildren<Widget*>()) {
        if (widget->isVisible() && widget->window() == &window)
            found.append(widget);
    }
    return found;
}

/// What Qt builds into its own widgets (the corner of a table, the field of a spin box) is not ours to name.
bool isInner(const QWidget& widget)
{
    return qobject_cast<const QLineEdit*>(widget.parentWidget()) != nullptr || widget.objectName().startsWith("qt_"_L1)
        || widget.focusProxy() != nullptr
        || (widget.parentWidget() != nullptr && widget.parentWidget()->focusProxy() == &widget);
}

bool takesTab(const QWidget& widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !isInner(widget);
}

/// Tab goes to one of a group of choices; arrows do the rest.
bool areChoicesOfOne(const QWidget& one, const QWidget& other)
{
    const auto* radio = qobject_cast<const QRadioButton*>(&one);
    const auto* otherRadio = qobject_cast<const QRadioButton*>(&other);
    return radio != nullptr && otherRadio != nullptr && radio->group() == otherRadio->group()
        && (radio->group() != nullptr || radio->parentWidget() == otherRadio->parentWidget());
}

QString accessibleName(QWidget& widget)
{
    auto* interface = QAccessible::queryAccessibleInterface(&widget);
    return interface != nullptr ? interface->text(QAccessible::Name).trimmed() : QString();
}

void addMnemonic(QMap<QString, QStringList>& found, const QString& text, const QString& place)
{
    const QString mnemonic = QKeySequence::mnemonic(text).toString();
    if (!mnemonic.isEmpty())
        found[mnemonic].append(u"\"%1\" (%2)"_s.arg(text, place));
}

QStringList sharedOf(const QMap<QString, QStringList>& found)
{
    QStringList troubles;
    for (const auto& [mnemonic, places] : found.asKeyValueRange()) {
        if (places.size() > 1)
            troubles.append(mnemonic + u": "_s + places.join(u", "_s));
    }
    return troubles;
}

QStringList sharedInMenu(const QMenu& menu)
{
    QMap<QString, QStringList> found;
    QStringList troubles;
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        addMnemonic(found, action->text(), u"menu "_s + menu.title());
        if (action->menu() != nullptr)
            troubles += sharedInMenu(*action->menu());
    }
    return troubles + sharedOf(found);
}

} // namespace

QStringList namelessIn(QWidget& window)
{
    QStringList troubles;
    for (QWidget* widget : visibleIn(window)) {
        if (takesTab(*widget) && accessibleName(*widget).isEmpty())
            troubles.append(u"no accessible name: "_s + placeOf(*widget));
        const auto* button = qobject_cast<QToolButton*>(widget);
        if (button != nullptr && !isInner(*button) && button->toolButtonStyle() == Qt::ToolButtonIconOnly
            && !button->icon().isNull() && button->toolTip().isEmpty())
            troubles.append(u"no tooltip: "_s + placeOf(*widget));
    }
    return troubles;
}

QStringList unreachableIn(QWidget& window)
{
    QSet<QWidget*> wanted;
    for (QWidget* widget : visibleIn(window)) {
        if (takesTab(*widget))
            wanted.insert(widget);
    }
    // From the only one there is nowhere to go.
    if (wanted.size() < 2)
        return {};
    QStringList troubles;
    QWidget* const first = *wanted.cbegin();
    first->setFocus(Qt::TabFocusReason);
    QSet<QWidget*> visited;
    QWidget* last = nullptr;
    int stays = 0;
    for (qsizetype step = 0; step <= 2 * wanted.size() + 2 * mostLinks; ++step) {
        QWidget* focus = window.focusWidget();
        // A text with links has Tab go through them first.
        stays = focus == last ? stays + 1 : 0;
        if (focus == nullptr || (focus == first && step > 0 && stays == 0))
            break;
        if (stays > mostLinks) {
            troubles.append(u"Tab does not leave: "_s + placeOf(*focus));
            break;
        }
        visited.insert(focus);
        last = focus;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (QWidget* widget : std::as_const(wanted)) {
        const bool isVisited = std::ranges::any_of(visited, [widget](const QWidget* one) {
            return one == widget || one->focusProxy() == widget || areChoicesOfOne(*one, *widget);
        });
        if (!isVisited)
            troubles.append(u"Tab does not reach: "_s + placeOf(*widget));
    }
    return troubles;
}

QStringList sharedMnemonicsIn(QWidget& window)
{
    QMap<QString, QStringList> found;
    QStringList troubles;
    for (const QWidget* widget : visibleIn(window)) {
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            // A button of a toolbar shows its action, which has its mnemonic in the menu.
            const auto* tool = qobject_cast<const QToolButton*>(widget);
            if (tool == nullptr || tool->toolButtonStyle() != Qt::ToolButtonIconOnly)
                addMnemonic(found, button->text(), placeOf(*widget));
        } else if (const auto* label = qobject_cast<const QLabel*>(widget);
                   label != nullptr && label->buddy() != nullptr) {
            addMnemonic(found, label->text(), placeOf(*widget));
        } else if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
            addMnemonic(found, group->title(), placeOf(*widget));
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                addMnemonic(found, tabs->tabText(tab), placeOf(*widget));
        } else if (const auto* bar = qobject_cast<const QMenuBar*>(widget)) {
            for (const QAction* action : bar->actions()) {
                addMnemonic(found, action->text(), placeOf(*widget));
                if (action->menu() != nullptr)
                    troubles += sharedInMenu(*action->menu());
            }
        }
    }
    return troubles + sharedOf(found);
}

QStringList clippedIn(QWidget& window)
{
    QStringList troubles;
    const auto tell = [&troubles](const QWidget& widget, const QString& text, QSize needed) {
        troubles.append(u"clipped, %1x%2 of %3x%4: \"%5\" (%6)"_s.arg(widget.width())
                            .arg(widget.height())
                            .arg(needed.width())
                            .arg(needed.height())
                            .arg(text.left(60), placeOf(widget)));
    };
    for (const QLabel* label : visibleIn<QLabel>(window)) {
        if (label->text().isEmpty() || isInner(*label))
            continue;
        const QSize needed = label->wordWrap()
            ? QSize(label->minimumSizeHint().width(), label->heightForWidth(label->width()))
            : label->sizeHint();
        if (needed.width() > label->width() || needed.height() > label->height())
            tell(*label, label->text(), needed);
    }
    for (const QAbstractButton* button : visibleIn<QAbstractButton>(window)) {
        if (button->text().isEmpty() || isInner(*button))
            continue;
        const auto* tool = qobject_cast<const QToolButton*>(button);
        if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            continue;
        const QSize needed = button->sizeHint();
        if (needed.width() > button->width() || needed.height() > button->height())
            tell(*button, button->text(), needed);
    }
    return troubles;
}

QStringList tooFaintIn(const QPalette& palette)
{
    constexpr double least = 4.5;
    QStringList troubles;
    const auto check = [&troubles](const QString& what, const QColor& front, const QColor& back) {
        const double found = contrast(front, back);
        if (found < least) {
            troubles.append(
                u"%1: %2 on %3 has a contrast of %4"_s.arg(what, front.name(), back.name()).arg(found, 0, 'f', 2));
        }
    };
    check(u"text of windows"_s, palette.color(QPalette::WindowText), palette.color(QPalette::Window));
    check(u"text of lists"_s, palette.color(QPalette::Text), palette.color(QPalette::Base));
    check(u"text of every other row"_s, palette.color(QPalette::Text), palette.color(QPalette::AlternateBase));
    check(u"text of buttons"_s, palette.color(QPalette::ButtonText), palette.color(QPalette::Button));
    check(u"text of the chosen row"_s, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
    check(u"text of tooltips"_s, palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
    check(u"quiet text of lists"_s, quietColor(palette), palette.color(QPalette::Base));
    check(u"quiet text of windows"_s, quietColor(palette), palette.color(QPalette::Window));
    constexpr std::array tints{std::pair(Tint::Plain, "plain"), std::pair(Tint::Good, "good"),
                               std::pair(Tint::Attention, "attention"), std::pair(Tint::Wrong, "wrong")};
    for (const auto& [tint, name] : tints) {
        const TintColors colors = tintColors(tint, palette);
        check(u"chip "_s + QLatin1String(name), colors.text, colors.fill);
        check(u"chip %1 on lists"_s.arg(QLatin1String(name)), colors.text, palette.color(QPalette::Base));
    }
    return troubles;
}

} // namespace hugger::test
