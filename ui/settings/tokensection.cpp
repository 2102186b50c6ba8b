// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tokensection.h"

#include "ui/widgets/words.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int tokenLength = 40;

} // namespace

TokenSection::TokenSection(Engine& engine, QWidget* parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_state(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_save(new QPushButton(tr("&Save and check"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
{
    m_state->setObjectName(u"tokenState"_s);
    m_field->setObjectName(u"tokenField"_s);
    m_save->setObjectName(u"tokenSave"_s);
    m_remove->setObjectName(u"tokenRemove"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(tr("Token"));
    m_field->setPlaceholderText(tr("hf_… from the settings of your account on the Hub"));
    m_field->setMinimumWidth(tokenLength * fontMetrics().averageCharWidth());
    for (QPushButton* const button : {m_save, m_remove})
        button->setAutoDefault(false);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_state);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    layout->addLayout(row);

    connect(m_field, &QLineEdit::textChanged, this, &TokenSection::updateButtons);
    connect(m_field, &QLineEdit::returnPressed, this, &TokenSection::save);
    connect(m_save, &QPushButton::clicked, this, &TokenSection::save);
    connect(m_remove, &QPushButton::clicked, this, &TokenSection::remove);
    updateButtons();
}

void TokenSection::check()
{
    setBusy(tr("Asking the Hub who the token is for…"));
    watch(m_engine.tokenStatus(true), false);
}

bool TokenSection::focusWhenMissing()
{
    if (m_status.source != TokenSource::None || m_status.who)
        return false;
    m_field->setFocus();
    return true;
}

void TokenSection::save()
{
    const QByteArray token = m_field->text().toUtf8();
    if (token.trimmed().isEmpty() || m_isBusy)
        return;
    setBusy(tr("Asking the Hub whether the token works…"));
    watch(m_engine.setToken(token), true);
}

void TokenSection::remove()
{
    setBusy(tr("Removing the token…"));
    watch(m_engine.removeToken(), true);
}

void TokenSection::watch(Answer<TokenStatus> answer, bool isChange)
{
    answer.then(this, [this, isChange, asked = ++m_asked](const Expected<TokenStatus>& status) {
        if (asked != m_asked)
            return;
        if (status && isChange) {
            m_field->clear();
            Q_EMIT applied();
        }
        if (!status && isChange) {
            // Refused: the token before is still the one in use.
            Q_EMIT refused(status.error());
            check();
            return;
        }
        showStatus(status);
    });
}

void TokenSection::setBusy(const QString& words)
{
    m_isBusy = true;
    m_state->setText(words);
    updateButtons();
}

void TokenSection::showStatus(const Expected<TokenStatus>& status)
{
    m_isBusy = false;
    m_status = status.value_or(TokenStatus());
    QStringList lines;
    if (!status) {
        lines.append(plainLine(status.error().message));
    } else if (m_status.who) {
        const QString name = plainLine(m_status.who->name);
        const QString role = plainLine(m_status.who->role);
        lines.append(role.isEmpty() ? tr("Works: signed in as %1.").arg(name)
                                    //: %1 is a user's name on the Hub, %2 what the token may do: "read", "write".
                                    : tr("Works: signed in as %1 (%2).").arg(name, role));
    } else if (m_status.source == TokenSource::None && !m_status.trouble) {
        lines.append(tr("There is no token. Public repos need none."));
    }
    if (status && m_status.trouble)
        lines.append(plainLine(m_status.trouble->message));
    switch (m_status.source) {
    case TokenSource::None:
        if (m_status.who)
            lines.append(tr("It is kept until hugger quits, as there is no keychain to put it into."));
        break;
    case TokenSource::Environment:
        //: %1 is the name of an environment variable.
        lines.append(tr("It comes from %1 in the environment, which goes before any other.").arg(m_status.place));
        break;
    case TokenSource::Keychain:
        lines.append(tr("It is kept in the desktop's keychain."));
        break;
    case TokenSource::File:
        //: %1 is the path of a file.
        lines.append(tr("It comes from the file %1, which belongs to other programs.").arg(plainLine(m_status.place)));
        break;
    }
    m_state->setText(lines.join(u'\n'));
    updateButtons();
}

void TokenSection::updateButtons()
{
    const bool fixed = m_status.source == TokenSource::Environment;
    m_field->setEnabled(!fixed);
    m_save->setEnabled(!fixed && !m_isBusy && !m_field->text().trimmed().isEmpty());
    const bool own =
        m_status.source == TokenSource::Keychain || (m_status.source == TokenSource::None && m_status.who.has_value());
    m_remove->setEnabled(own && !m_isBusy);
}

} // namespace hugger
