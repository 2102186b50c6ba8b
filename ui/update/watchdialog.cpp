// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/update/watchdialog.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/unit.h"
#include "ui/widgets/words.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr double gigabyte = 1e9;
constexpr double gigabytesLeast = 0.1;
constexpr double gigabytesMost = 100'000;
constexpr double gigabytesAtFirst = 5;
constexpr int hoursMost = 720; // what the profile takes
constexpr int hoursAtFirst = 12;

QString words(const char* text, int n = -1)
{
    return QCoreApplication::translate("hugger", text, nullptr, n);
}

} // namespace

QString watchRuleText(const WatchRule& rule, int hours)
{
    const int every = rule.everyHours.value_or(hours);
    const QString often = every <= 0 ? words(QT_TRANSLATE_NOOP("hugger", "not by itself"))
                                     : words(QT_TRANSLATE_N_NOOP("hugger", "every %n hours"), every);
    if (rule.everyHours)
        return often;
    //: %1 is "every 12 hours" or "not by itself"
    return words(QT_TRANSLATE_NOOP("hugger", "%1, as the settings say")).arg(often);
}

QString fetchRuleText(const WatchRule& rule)
{
    if (rule.fetchUpTo <= 0)
        return words(QT_TRANSLATE_NOOP("hugger", "told, not fetched"));
    //: What happens to updates; %1 is a size
    return words(QT_TRANSLATE_NOOP("hugger", "fetched by itself up to %1")).arg(sizeText(rule.fetchUpTo));
}

WatchDialog::WatchDialog(Engine& engine, const RepoId& repo, const WatchRule& rule, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_repo(repo)
    , m_bar(new MessageBar(this))
    , m_asSettings(new QRadioButton(this))
    , m_every(new QRadioButton(tr("&Every"), this))
    , m_hours(new QSpinBox(this))
    , m_never(new QRadioButton(tr("&Only when I ask"), this))
    , m_fetch(new QCheckBox(tr("&Fetch updates by itself up to"), this))
    , m_gigabytes(new QDoubleSpinBox(this))
{
    setObjectName(u"watchDialog"_s);
    setWindowTitle(tr("Watching %1").arg(plainLine(repo.id)));
    const int hours = engine.settings().watchHours;
    //: %1 is "every 12 hours" or "not by itself"
    m_asSettings->setText(tr("&As the settings say: %1").arg(watchRuleText({.everyHours = hours}, hours)));
    m_asSettings->setObjectName(u"watchAsSettings"_s);
    m_every->setObjectName(u"watchEvery"_s);
    m_hours->setObjectName(u"watchHours"_s);
    m_never->setObjectName(u"watchNever"_s);
    m_fetch->setObjectName(u"watchFetch"_s);
    m_gigabytes->setObjectName(u"watchGigabytes"_s);
    m_hours->setRange(1, hoursMost);
    m_hours->setAccessibleName(tr("Hours between two looks"));
    m_gigabytes->setRange(gigabytesLeast, gigabytesMost);
    m_gigabytes->setDecimals(1);
    //: Gigabytes.
    setUnit(m_gigabytes, tr("%1 GB"), u"%1"_s);
    m_gigabytes->setAccessibleName(tr("The largest update that is fetched by itself"));

    auto* const group = new QButtonGroup(this);
    for (QRadioButton* one : {m_asSettings, m_every, m_never})
        group->addButton(one);
    const int every = rule.everyHours.value_or(-1);
    (every < 0 ? m_asSettings : every == 0 ? m_never : m_every)->setChecked(true);
    m_hours->setValue(every > 0 ? every : hours > 0 ? hours : hoursAtFirst);
    m_fetch->setChecked(rule.fetchUpTo > 0);
    m_gigabytes->setValue(rule.fetchUpTo > 0 ? static_cast<double>(rule.fetchUpTo) / gigabyte : gigabytesAtFirst);
    const auto name = [this](int count) { setUnit(m_hours, tr("%n hours", nullptr, count), QString::number(count)); };
    connect(m_hours, &QSpinBox::valueChanged, this, name);
    name(m_hours->value());
    const auto enable = [this] {
        m_hours->setEnabled(m_every->isChecked());
        m_gigabytes->setEnabled(m_fetch->isChecked());
    };
    connect(m_every, &QRadioButton::toggled, this, enable);
    connect(m_fetch, &QCheckBox::toggled, this, enable);
    enable();

    auto* const question = new QLabel(tr("How often to ask the Hub what became of it:"), this);
    question->setWordWrap(true);
    question->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto* const hint = new QuietLabel(this);
    hint->setText(tr("What you hold stays; an update comes beside it. One under a stricter license is told of, and not "
                     "fetched by itself."));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"watchSave"_s);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &WatchDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const auto rowOf = [](QWidget* choice, QWidget* field) {
        auto* const row = new QHBoxLayout;
        row->addWidget(choice);
        row->addWidget(field);
        row->addStretch();
        return row;
    };
    auto* const layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    layout->addWidget(m_bar);
    layout->addWidget(question);
    layout->addWidget(m_asSettings);
    layout->addLayout(rowOf(m_every, m_hours));
    layout->addWidget(m_never);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(rowOf(m_fetch, m_gigabytes));
    layout->addWidget(hint);
    layout->addStretch();
    layout->addWidget(buttons);
}

WatchRule WatchDialog::rule() const
{
    WatchRule rule;
    if (m_every->isChecked())
        rule.everyHours = m_hours->value();
    else if (m_never->isChecked())
        rule.everyHours = 0;
    rule.fetchUpTo = m_fetch->isChecked() ? std::llround(m_gigabytes->value() * gigabyte) : 0;
    return rule;
}

void WatchDialog::save()
{
    m_save->setEnabled(false);
    m_engine.setWatchRule({m_repo}, rule()).then(this, [this](const Done& done) {
        m_save->setEnabled(true);
        if (done) {
            Q_EMIT saved();
            accept();
            return;
        }
        Message message = Message::of(done.error(), {}, {});
        message.step = message.other = NextStep::None; // the Save button is the next step
        m_bar->say(message);
    });
}

} // namespace hugger
