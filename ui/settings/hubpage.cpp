// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/hubpage.h"

#include "net/urls.h"
#include "ui/settings/tokensection.h"
#include "ui/widgets/unit.h"
#include "ui/widgets/words.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int hoursMost = 720; // what the profile takes

const QUrl& theHub()
{
    static const QUrl url(u"https://huggingface.co"_s);
    return url;
}

/// What the environment asks for; it goes before the settings.
QString wishOfEnvironment()
{
    return qEnvironmentVariable("HF_ENDPOINT");
}

/// A choice and the field that belongs to it, in one row.
QHBoxLayout* rowOf(QRadioButton* choice, QLineEdit* field)
{
    auto* const row = new QHBoxLayout;
    row->addWidget(choice);
    row->addWidget(field, 1);
    return row;
}

} // namespace

HubPage::HubPage(SettingsEditor& editor, QWidget* parent)
    : SettingsPage(parent)
    , m_editor(editor)
    , m_theHub(new QRadioButton(theHub().host(), this))
    , m_mirror(new QRadioButton(tr("&Another address:"), this))
    , m_address(new QLineEdit(this))
    , m_addressHint(makeHint())
    , m_token(new TokenSection(editor.engine(), this))
    , m_systemProxy(new QRadioButton(tr("As the s&ystem has it"), this))
    , m_noProxy(new QRadioButton(tr("&None"), this))
    , m_manualProxy(new QRadioButton(tr("&This one:"), this))
    , m_proxy(new QLineEdit(this))
    , m_proxyHint(makeHint())
    , m_watchHours(new QSpinBox(this))
{
    makeHub();
    addSection(tr("Token"))->addRow(m_token);
    makeWatching();
    makeProxy();
    content()->addStretch();
    connect(m_token, &TokenSection::refused, this, &HubPage::refused);
    connect(m_token, &TokenSection::applied, this, &HubPage::applied);
    connect(&editor, &SettingsEditor::changed, this, &HubPage::load);
    connect(&editor, &SettingsEditor::applied, this, &HubPage::checkToken);
    load();
}

void HubPage::makeHub()
{
    m_theHub->setObjectName(u"theHub"_s);
    m_mirror->setObjectName(u"mirror"_s);
    m_address->setObjectName(u"endpoint"_s);
    m_addressHint->setObjectName(u"endpointHint"_s);
    m_address->setAccessibleName(tr("Address of the Hub"));
    m_address->setPlaceholderText(tr("https://hub.example.org"));
    QFormLayout* const form = addSection(tr("Hub"));
    form->addRow(m_theHub);
    form->addRow(rowOf(m_mirror, m_address));
    form->addRow(m_addressHint);
    auto* const group = new QButtonGroup(this);
    group->addButton(m_theHub);
    group->addButton(m_mirror);
    if (!wishOfEnvironment().isEmpty()) {
        m_theHub->setEnabled(false);
        m_mirror->setEnabled(false);
        m_addressHint->setText(tr("HF_ENDPOINT in the environment sets the address; it goes before this setting."));
    }

    connect(m_theHub, &QRadioButton::clicked, this,
            [this] { m_editor.change([](Settings& to) { to.endpoint = theHub(); }); });
    connect(m_mirror, &QRadioButton::clicked, this, [this] {
        m_address->setEnabled(true);
        m_address->setFocus();
        takeEndpoint();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &HubPage::takeEndpoint);
}

void HubPage::takeEndpoint()
{
    const QString text = m_address->text().trimmed();
    if (!m_mirror->isChecked() || !wishOfEnvironment().isEmpty() || text.isEmpty())
        return;
    const auto endpoint = parseEndpoint(text);
    m_addressHint->setVisible(!endpoint);
    if (endpoint)
        m_editor.change([&](Settings& to) { to.endpoint = *endpoint; });
    else
        m_addressHint->setText(tr("An address looks like https://hub.example.org: http or https, a host, no user "
                                  "name. Until then it stays %1.")
                                   .arg(plainLine(m_editor.settings().endpoint.toDisplayString())));
}

void HubPage::makeWatching()
{
    m_watchHours->setObjectName(u"watchHours"_s);
    m_watchHours->setRange(0, hoursMost);
    m_watchHours->setKeyboardTracking(false);
    m_watchHours->setSpecialValueText(tr("only when I ask"));
    QFormLayout* const form = addSection(tr("Watching"));
    form->addRow(tr("&Check what you hold every:"), m_watchHours);
    form->addRow(makeHint(tr("The Hub is asked what became of it. Nothing you hold changes by that. A repo can have "
                             "its own interval: see its overview.")));
    connect(m_watchHours, &QSpinBox::valueChanged, this,
            [this](int hours) { m_editor.change([hours](Settings& to) { to.watchHours = hours; }); });
}

void HubPage::makeProxy()
{
    m_systemProxy->setObjectName(u"systemProxy"_s);
    m_noProxy->setObjectName(u"noProxy"_s);
    m_manualProxy->setObjectName(u"manualProxy"_s);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxyHint->setObjectName(u"proxyHint"_s);
    m_proxyHint->hide();
    m_proxy->setAccessibleName(tr("Address of the proxy"));
    m_proxy->setPlaceholderText(tr("http://proxy.example.org:3128"));
    QFormLayout* const form = addSection(tr("Proxy"));
    form->addRow(m_systemProxy);
    form->addRow(m_noProxy);
    form->addRow(rowOf(m_manualProxy, m_proxy));
    form->addRow(m_proxyHint);
    auto* const group = new QButtonGroup(this);
    group->addButton(m_systemProxy);
    group->addButton(m_noProxy);
    group->addButton(m_manualProxy);

    const auto choose = [this](Settings::Proxy proxy) {
        m_proxyHint->hide();
        m_editor.change([proxy](Settings& to) { to.proxy = proxy; });
    };
    connect(m_systemProxy, &QRadioButton::clicked, this, [choose] { choose(Settings::Proxy::System); });
    connect(m_noProxy, &QRadioButton::clicked, this, [choose] { choose(Settings::Proxy::None); });
    connect(m_manualProxy, &QRadioButton::clicked, this, [this] {
        m_proxy->setEnabled(true);
        m_proxy->setFocus();
        takeProxy();
    });
    connect(m_proxy, &QLineEdit::editingFinished, this, &HubPage::takeProxy);
}

void HubPage::takeProxy()
{
    const QString text = m_proxy->text().trimmed();
    if (!m_manualProxy->isChecked() || text.isEmpty())
        return;
    const QUrl url(text, QUrl::StrictMode);
    const bool good =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1);
    m_proxyHint->setVisible(!good);
    if (good) {
        m_editor.change([&url](Settings& to) {
            to.proxy = Settings::Proxy::Manual;
            to.proxyUrl = url;
        });
    } else {
        m_proxyHint->setText(tr("A proxy looks like http://host:port or socks5://host:port."));
    }
}

void HubPage::load()
{
    const QUrl& endpoint = m_editor.settings().endpoint;
    const bool mirror = endpoint != theHub() && !endpoint.isEmpty();
    // Not under the hands of somebody who types.
    if (!m_address->hasFocus()) {
        (mirror ? m_mirror : m_theHub)->setChecked(true);
        m_address->setEnabled(mirror && wishOfEnvironment().isEmpty());
        if (mirror)
            m_address->setText(endpoint.toDisplayString());
    }
    m_addressHint->setVisible(!wishOfEnvironment().isEmpty());
    const int hours = m_editor.settings().watchHours;
    const QSignalBlocker quiet(m_watchHours);
    m_watchHours->setValue(hours);
    setUnit(m_watchHours, tr("%n hours", nullptr, hours), QString::number(hours));
    loadProxy();
}

void HubPage::loadProxy()
{
    const Settings& settings = m_editor.settings();
    if (m_proxy->hasFocus())
        return;
    QRadioButton* const choice = settings.proxy == Settings::Proxy::System ? m_systemProxy
        : settings.proxy == Settings::Proxy::None                          ? m_noProxy
                                                                           : m_manualProxy;
    choice->setChecked(true);
    m_proxy->setEnabled(settings.proxy == Settings::Proxy::Manual);
    if (!settings.proxyUrl.isEmpty())
        m_proxy->setText(settings.proxyUrl.toString());
}

void HubPage::showEvent(QShowEvent* event)
{
    SettingsPage::showEvent(event);
    checkToken();
}

bool HubPage::focusToken()
{
    return m_token->focusWhenMissing();
}

void HubPage::checkToken()
{
    // Each Hub has a token of its own. It is asked when somebody looks, not before.
    const QUrl& endpoint = m_editor.settings().endpoint;
    if (!isVisible() || m_checked == endpoint)
        return;
    m_checked = endpoint;
    m_token->check();
}

} // namespace hugger
