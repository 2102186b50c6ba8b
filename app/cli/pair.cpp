// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/prompt.h"
#include "app/cli/remote.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QUrl>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 waitSeconds = 60;
constexpr qint64 longestPoll = 20; ///< seconds, as the API has it
constexpr qsizetype codeDigits = 6;

/// Somebody who wants to be paired.
struct Asking {
    QString id;
    QString name;
    QString origin;
    QString code;
};

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString spaced(const QString& code)
{
    return code.first(codeDigits / 2) + u' ' + code.sliced(codeDigits / 2);
}

QString shownName(const QString& name, const QString& origin)
{
    return origin.isEmpty() ? name : name + u" ("_s + origin + u')';
}

/// As a browser shows it: with a space in the middle, or without.
Expected<QString> codeOf(const QString& typed)
{
    QString code = typed;
    code.remove(u' ').remove(QChar::Nbsp);
    const bool isCode = code.size() == codeDigits
        && std::ranges::all_of(code, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    if (!isCode)
        return fail(ErrorKind::Usage, u"usage"_s, u"--allow takes the six digits that the browser shows."_s);
    return code;
}

Task<Expected<std::unique_ptr<RunningHugger>>> running(Context& context)
{
    const auto folder = context.app.profileFolder();
    if (!folder)
        co_return std::unexpected(folder.error());
    auto found = co_await RunningHugger::find(*folder, context.stop);
    if (!found && found.error().kind != ErrorKind::Interrupted) {
        Error error = found.error();
        error.kind = ErrorKind::Failed;
        error.message += u" Start `hugger serve` or the window first."_s;
        co_return std::unexpected(error);
    }
    co_return found;
}

Task<Expected<QJsonArray>> clientsOf(RunningHugger& hugger, std::stop_token stop)
{
    const auto answer = co_await hugger.get(u"clients"_s, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return answer->value("clients"_L1).toArray();
}

Task<Expected<int>> list(Context& context, RunningHugger& hugger)
{
    const auto clients = co_await clientsOf(hugger, context.stop);
    if (!clients)
        co_return std::unexpected(clients.error());
    if (context.out.isJson()) {
        context.out.document({{u"clients"_s, *clients}});
        co_return 0;
    }
    for (const QJsonValue& value : *clients) {
        const QString used = value["last_used_at"_L1].toString();
        context.out.line(u"%1  %2  paired %3, %4"_s.arg(
            value["client"_L1].toString(), shownName(value["name"_L1].toString(), value["origin"_L1].toString()),
            value["paired_at"_L1].toString().left(10),
            used.isEmpty() ? u"not used yet"_s : u"last used "_s + used.left(10)));
    }
    if (clients->isEmpty())
        context.out.notice(u"Nothing is paired. `hugger pair` waits for a browser that asks."_s);
    co_return 0;
}

Task<Expected<int>> revoke(Context& context, RunningHugger& hugger)
{
    const QString id = context.args.value(u"revoke"_s);
    const auto gone = co_await hugger.drop(u"clients/"_s + encoded(id), context.stop);
    if (!gone)
        co_return std::unexpected(gone.error());
    if (context.out.isJson())
        context.out.document({{u"revoked"_s, id}});
    else
        context.out.line(u"%1 cannot connect any more."_s.arg(id));
    co_return 0;
}

Task<Expected<Asking>> waitForAsking(Context& context, RunningHugger& hugger, qint64 seconds)
{
    const QDeadlineTimer deadline{std::chrono::seconds(seconds)};
    while (true) {
        const qint64 left = std::clamp<qint64>((deadline.remainingTime() + 999) / 1000, 0, longestPoll);
        const auto answer = co_await hugger.get(u"pairings?wait=%1"_s.arg(left), context.stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        const QJsonArray pairings = answer->value("pairings"_L1).toArray();
        if (!pairings.isEmpty()) {
            const QJsonObject first = pairings.first().toObject();
            const Asking asking{first.value("pairing"_L1).toString(), first.value("name"_L1).toString(),
                                first.value("origin"_L1).toString(), first.value("code"_L1).toString()};
            if (!asking.id.isEmpty() && asking.code.size() == codeDigits)
                co_return asking;
        }
        if (deadline.hasExpired()) {
            co_return fail(
                ErrorKind::Failed, u"nobody_asked"_s,
                u"Nobody asked within %1 seconds. Press Connect in the browser's hugger extension, then try again."_s
                    .arg(seconds),
                {}, Retry::NeedsUser);
        }
    }
}

/// The code is what tells the browser in front of the user from any other program.
Expected<bool> decide(const Asking& asking, const QString& allowed)
{
    const QString who = shownName(asking.name, asking.origin);
    if (allowed.isEmpty())
        return confirm(u"Does %1 show the code %2?"_s.arg(who, spaced(asking.code)));
    if (allowed == asking.code)
        return true;
    return fail(ErrorKind::NotAllowed, u"other_code"_s,
                u"%1 asks with another code, and was not allowed. Look at the code in the browser again."_s.arg(who),
                {}, Retry::NeedsUser);
}

Task<Expected<int>> answer(Context& context, RunningHugger& hugger, Asking asking, bool allow)
{
    const auto done = co_await hugger.post(u"pairings/"_s + encoded(asking.id), {{u"allow"_s, allow}}, context.stop);
    if (!done)
        co_return std::unexpected(done.error());
    if (!allow) {
        co_return fail(ErrorKind::Failed, u"not_agreed"_s, u"%1 was not allowed."_s.arg(asking.name), {},
                       Retry::NeedsUser);
    }
    if (context.out.isJson())
        context.out.document({{u"paired"_s, QJsonObject{{u"name"_s, asking.name}, {u"origin"_s, asking.origin}}}});
    else
        context.out.line(u"%1 is paired."_s.arg(asking.name), Output::Tone::Good);
    co_return 0;
}

} // namespace

Task<Expected<int>> runPair(Context& context)
{
    const auto seconds = context.args.number(u"wait"_s, waitSeconds);
    const auto code = context.args.has(u"allow"_s) ? codeOf(context.args.value(u"allow"_s)) : QString();
    if (!seconds || !code)
        co_return std::unexpected(seconds ? code.error() : seconds.error());
    const bool asks = !context.args.has(u"list"_s) && !context.args.has(u"revoke"_s);
    if (asks && code->isEmpty() && !canAsk()) {
        co_return fail(
            ErrorKind::Usage, u"needs_code"_s,
            u"Pairing asks whether the code is right, and nobody is there to answer. Give the code that the browser shows: hugger pair --allow CODE"_s);
    }
    const auto hugger = co_await running(context);
    if (!hugger)
        co_return std::unexpected(hugger.error());
    if (context.args.has(u"list"_s))
        co_return co_await list(context, **hugger);
    if (context.args.has(u"revoke"_s))
        co_return co_await revoke(context, **hugger);

    context.out.notice(
        u"Waiting %1 seconds for somebody who asks. Press Connect in the browser's hugger extension."_s.arg(*seconds));
    const auto asking = co_await waitForAsking(context, **hugger, *seconds);
    if (!asking)
        co_return std::unexpected(asking.error());
    const auto allow = decide(*asking, *code);
    if (!allow)
        co_return std::unexpected(allow.error());
    co_return co_await answer(context, **hugger, *asking, *allow);
}

} // namespace hugger
