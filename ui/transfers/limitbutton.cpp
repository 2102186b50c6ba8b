// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/limitbutton.h"

#include "ui/widgets/words.h"

#include <QtCore/QEvent>
#include <QtGui/QActionGroup>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 megabyte = 1000 * 1000;
constexpr std::array<qint64, 6> presets{megabyte,      5 * megabyte,  10 * megabyte,
                                        25 * megabyte, 50 * megabyte, 100 * megabyte};
constexpr double mostMegabytes = 10'000;

} // namespace

LimitButton::LimitButton(Engine& engine, QWidget* parent)
    : QPushButton(parent)
    , m_engine(engine)
{
    setObjectName(u"limitButton"_s);
    setFlat(true);
    setAutoDefault(false);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &LimitButton::fillMenu);
    connect(&engine, &Engine::settingsChanged, this, &LimitButton::update);
    connect(&engine, &Engine::opened, this, &LimitButton::update);
    update();
}

void LimitButton::update()
{
    const qint64 limit = m_engine.settings().bandwidth;
    const QString text = limit > 0 ? tr("Limit: %1").arg(rateText(static_cast<double>(limit))) : tr("No limit");
    setText(text);
    setToolTip(tr("How fast all transfers together may be"));
    //: Of a button, for screen readers; %1 is "No limit" or "Limit: 5 MB/s".
    setAccessibleName(tr("Bandwidth: %1").arg(text));
}

void LimitButton::fillMenu()
{
    menu()->clear();
    auto* const group = new QActionGroup(menu());
    const qint64 limit = m_engine.settings().bandwidth;
    const auto add = [&](const QString& text, qint64 value) {
        QAction* const action = menu()->addAction(text, this, [this, value] { setLimit(value); });
        action->setCheckable(true);
        action->setChecked(limit == value);
        group->addAction(action);
    };
    add(tr("No limit"), 0);
    for (const qint64 preset : presets)
        add(rateText(static_cast<double>(preset)), preset);
    if (limit > 0 && std::ranges::find(presets, limit) == presets.end())
        add(rateText(static_cast<double>(limit)), limit);
    menu()->addSeparator();
    menu()->addAction(tr("Another..."), this, &LimitButton::askForLimit);
}

void LimitButton::askForLimit()
{
    auto* const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"limitDialog"_s);
    dialog->setWindowTitle(tr("Limit the bandwidth"));
    dialog->setLabelText(tr("Megabytes per second, over all transfers (0: no limit)"));
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setDoubleDecimals(1);
    dialog->setDoubleRange(0, mostMegabytes);
    dialog->setDoubleValue(static_cast<double>(m_engine.settings().bandwidth) / static_cast<double>(megabyte));
    dialog->setOkButtonText(tr("Set limit"));
    connect(dialog, &QInputDialog::doubleValueSelected, this,
            [this](double value) { setLimit(std::llround(value * static_cast<double>(megabyte))); });
    dialog->open();
}

void LimitButton::setLimit(qint64 bytesPerSecond)
{
    Settings settings = m_engine.settings();
    settings.bandwidth = bytesPerSecond;
    m_engine.apply(settings).then(this, [this](const Done& done) {
        if (!done)
            Q_EMIT refused(done.error());
        update();
    });
}

void LimitButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QPushButton::changeEvent(event);
}

} // namespace hugger
