// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/prompt.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString sourceName(TokenSource source)
{
    switch (source) {
    case TokenSource::None:
        return {};
    case TokenSource::Environment:
        return u"environment"_s;
    case TokenSource::Keychain:
        return u"keychain"_s;
    case TokenSource::File:
        return u"file"_s;
    }
    return {};
}

/// Never the token itself, nor a part of it.
QJsonObject tokenJson(const Token& token)
{
    const bool none = token.source == TokenSource::None;
    return {{u"source"_s, none ? QJsonValue(QJsonValue::Null) : QJsonValue(sourceName(token.source))},
            {u"place"_s, none ? QJsonValue(QJsonValue::Null) : QJsonValue(token.place)}};
}

Task<Expected<int>> status(Context& context, Tokens tokens)
{
    const Token token = co_await tokens.read();
    if (context.out.isJson())
        context.out.document({{u"token"_s, tokenJson(token)}});
    else if (token.source == TokenSource::None)
        context.out.line(
            u"No token is set. Public repositories need none; `hugger token set` keeps one for the others."_s);
    else
        context.out.line(u"The token comes from %1. `hugger token check` asks the Hub whose it is."_s.arg(token.place));
    co_return 0;
}

Task<Expected<int>> set(Context& context, Tokens tokens)
{
    const auto typed = readSecret(u"Token (not shown): "_s);
    if (!typed)
        co_return std::unexpected(typed.error());
    const auto clean = cleanToken(*typed);
    if (!clean)
        co_return std::unexpected(clean.error());
    if (const auto ok = co_await tokens.store(*clean); !ok)
        co_return std::unexpected(ok.error());
    const Token used = co_await tokens.read();
    if (context.out.isJson())
        context.out.document({{u"token"_s, tokenJson(used)}});
    else
        context.out.line(
            u"The token is kept in the desktop keychain. `hugger token check` asks the Hub whose it is."_s);
    if (used.source == TokenSource::Environment)
        context.out.notice(u"%1 is set, and comes before it."_s.arg(used.place), Output::Tone::Warn);
    co_return 0;
}

Task<Expected<int>> remove(Context& context, Tokens tokens)
{
    if (const auto ok = co_await tokens.remove(); !ok)
        co_return std::unexpected(ok.error());
    const Token left = co_await tokens.read();
    if (context.out.isJson())
        context.out.document({{u"token"_s, tokenJson(left)}});
    else
        context.out.line(u"There is no token in the desktop keychain any more."_s);
    if (left.source != TokenSource::None)
        context.out.notice(u"%1 still gives one; hugger leaves that alone."_s.arg(left.place), Output::Tone::Warn);
    co_return 0;
}

Task<Expected<int>> check(Context& context)
{
    const auto hub = co_await context.app.hub();
    if (!hub)
        co_return std::unexpected(hub.error());
    const Token& token = context.app.token();
    if (token.source == TokenSource::None)
        co_return fail(ErrorKind::NotAllowed, u"token_missing"_s, u"No token is set. `hugger token set` keeps one."_s,
                       {}, Retry::NeedsUser);
    const auto who = co_await (*hub)->whoAmI(context.stop);
    if (!who)
        co_return std::unexpected(who.error());
    if (context.out.isJson()) {
        context.out.document(
            {{u"token"_s, tokenJson(token)},
             {u"user"_s,
              QJsonObject{{u"name"_s, who->name}, {u"token_name"_s, who->tokenName}, {u"role"_s, who->role}}}});
        co_return 0;
    }
    QString text = u"The token from %1 belongs to %2"_s.arg(token.place, who->name);
    if (!who->tokenName.isEmpty())
        text += u" (\"%1\"%2)"_s.arg(who->tokenName, who->role.isEmpty() ? QString() : u", "_s + who->role);
    context.out.line(text + u'.', Output::Tone::Good);
    co_return 0;
}

} // namespace

Task<Expected<int>> runToken(Context& context)
{
    const QString verb = context.args.operands.value(0, u"status"_s);
    if (verb == u"check")
        co_return co_await check(context);
    const auto settings = context.app.settings();
    if (!settings)
        co_return std::unexpected(settings.error());
    const Tokens tokens(settings->endpoint);
    if (verb == u"status")
        co_return co_await status(context, tokens);
    if (verb == u"set")
        co_return co_await set(context, tokens);
    if (verb == u"remove")
        co_return co_await remove(context, tokens);
    // Not repeated: it may be the token.
    co_return fail(ErrorKind::Usage, u"usage"_s,
                   u"`hugger token` takes status, set, check or remove. A token is never an argument: other users of "
                   u"this computer can read those. "
                   "Run `hugger token set` and paste it when asked."_s);
}

} // namespace hugger
