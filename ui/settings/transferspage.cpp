// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/transferspage.h"

#include "ui/widgets/unit.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr double megabyte = 1e6;
// What the profile takes: a narrower field would show, and save, less than what is set.
constexpr double megabytesLeast = 0.1; // that are shown
constexpr double megabytesMost = 1'000'000;
constexpr int connectionsMost = 64;
constexpr int parallelJobsMost = 16;
constexpr int trashDaysMost = 3650;

} // namespace

TransfersPage::TransfersPage(SettingsEditor& editor, QWidget* parent)
    : SettingsPage(parent)
    , m_editor(editor)
    , m_bandwidth(new QDoubleSpinBox(this))
    , m_connections(new QSpinBox(this))
    , m_parallelJobs(new QSpinBox(this))
    , m_schedule(new QCheckBox(tr("Fetch onl&y between"), this))
    , m_from(new QTimeEdit(this))
    , m_to(new QTimeEdit(this))
    , m_trashDays(new QSpinBox(this))
{
    m_bandwidth->setObjectName(u"bandwidth"_s);
    m_connections->setObjectName(u"connections"_s);
    m_parallelJobs->setObjectName(u"parallelJobs"_s);
    m_schedule->setObjectName(u"schedule"_s);
    m_from->setObjectName(u"scheduleFrom"_s);
    m_to->setObjectName(u"scheduleTo"_s);
    m_trashDays->setObjectName(u"trashDays"_s);

    m_bandwidth->setRange(0, megabytesMost);
    m_bandwidth->setDecimals(1);
    m_bandwidth->setSpecialValueText(tr("no limit"));
    //: Megabytes per second.
    setUnit(m_bandwidth, tr("%1 MB/s"), u"%1"_s);
    m_connections->setRange(1, connectionsMost);
    m_parallelJobs->setRange(1, parallelJobsMost);
    m_trashDays->setRange(0, trashDaysMost);
    m_trashDays->setSpecialValueText(tr("not at all"));
    for (QAbstractSpinBox* const box : std::initializer_list<QAbstractSpinBox*>{
             m_bandwidth, m_connections, m_parallelJobs, m_trashDays, m_from, m_to})
        box->setKeyboardTracking(false);
    m_from->setAccessibleName(tr("Fetch from"));
    m_to->setAccessibleName(tr("Fetch until"));

    QFormLayout* const speed = addSection(tr("Speed"));
    speed->addRow(tr("&Bandwidth:"), m_bandwidth);
    speed->addRow(tr("Connec&tions to a server:"), m_connections);
    speed->addRow(tr("Repos fetched at &once:"), m_parallelJobs);
    QFormLayout* const hours = addSection(tr("Hours"));
    auto* const times = new QHBoxLayout;
    times->addWidget(m_schedule);
    times->addWidget(m_from);
    //: Between two times of day: "22:00 and 07:00".
    times->addWidget(new QLabel(tr("and"), this));
    times->addWidget(m_to);
    times->addStretch();
    hours->addRow(times);
    hours->addRow(makeHint(tr("Outside these hours transfers wait, and go on by themselves.")));
    QFormLayout* const trash = addSection(tr("Trash"));
    trash->addRow(tr("&Keep what is removed for:"), m_trashDays);
    content()->addStretch();

    connect(m_bandwidth, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_editor.change([value](Settings& to) { to.bandwidth = std::llround(value * megabyte); });
    });
    connect(m_connections, &QSpinBox::valueChanged, this,
            [this](int value) { m_editor.change([value](Settings& to) { to.connections = value; }); });
    connect(m_parallelJobs, &QSpinBox::valueChanged, this,
            [this](int value) { m_editor.change([value](Settings& to) { to.parallelJobs = value; }); });
    connect(m_trashDays, &QSpinBox::valueChanged, this,
            [this](int value) { m_editor.change([value](Settings& to) { to.trashDays = value; }); });
    connect(m_schedule, &QCheckBox::toggled, this,
            [this](bool on) { m_editor.change([on](Settings& to) { to.hasSchedule = on; }); });
    connect(m_from, &QTimeEdit::timeChanged, this,
            [this](QTime time) { m_editor.change([time](Settings& to) { to.from = time; }); });
    connect(m_to, &QTimeEdit::timeChanged, this,
            [this](QTime time) { m_editor.change([time](Settings& to) { to.to = time; }); });
    connect(&editor, &SettingsEditor::changed, this, &TransfersPage::load);
    load();
}

void TransfersPage::load()
{
    const Settings& settings = m_editor.settings();
    // Showing changes nothing, even where less can be shown than is set.
    const std::array quiet{QSignalBlocker(m_bandwidth), QSignalBlocker(m_connections), QSignalBlocker(m_parallelJobs),
                           QSignalBlocker(m_trashDays), QSignalBlocker(m_schedule),    QSignalBlocker(m_from),
                           QSignalBlocker(m_to)};
    const double megabytes = static_cast<double>(settings.bandwidth) / megabyte;
    m_bandwidth->setValue(settings.bandwidth > 0 ? std::max(megabytes, megabytesLeast) : 0);
    m_connections->setValue(settings.connections);
    m_parallelJobs->setValue(settings.parallelJobs);
    m_trashDays->setValue(settings.trashDays);
    setUnit(m_trashDays, tr("%n days", nullptr, settings.trashDays), QString::number(settings.trashDays));
    m_schedule->setChecked(settings.hasSchedule);
    m_from->setTime(settings.from);
    m_to->setTime(settings.to);
    m_from->setEnabled(settings.hasSchedule);
    m_to->setEnabled(settings.hasSchedule);
}

} // namespace hugger
