// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/doctor.h"

#include "app/cli/commands.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString verdictName(Checkup::Verdict verdict)
{
    switch (verdict) {
    case Checkup::Verdict::Good:
        return u"good"_s;
    case Checkup::Verdict::Note:
        return u"note"_s;
    case Checkup::Verdict::Bad:
        return u"bad"_s;
    }
    return u"bad"_s;
}

void printCheckup(Output& out, const Checkup& checkup)
{
    switch (checkup.verdict) {
    case Checkup::Verdict::Good:
        return out.line((out.isUnicode() ? u"✓ "_s : u"+ "_s) + checkup.sentence, Output::Tone::Good);
    case Checkup::Verdict::Note:
        return out.line(u"! "_s + checkup.sentence, Output::Tone::Warn);
    case Checkup::Verdict::Bad:
        return out.line((out.isUnicode() ? u"✗ "_s : u"x "_s) + checkup.sentence, Output::Tone::Bad);
    }
}

} // namespace

Task<Expected<int>> runDoctor(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    const auto hub = co_await context.app.hub();
    if (!hub)
        co_return std::unexpected(hub.error());
    const auto checkups = co_await examine(**library, **hub, context.app.token(), context.stop);
    if (context.stop.stop_requested())
        co_return std::unexpected(interrupted());

    bool isGood = true;
    QJsonArray checks;
    for (const Checkup& checkup : checkups) {
        isGood = isGood && checkup.verdict != Checkup::Verdict::Bad;
        checks.append(QJsonObject{{u"name"_s, checkup.name},
                                  {u"verdict"_s, verdictName(checkup.verdict)},
                                  {u"sentence"_s, checkup.sentence}});
        if (!context.out.isJson())
            printCheckup(context.out, checkup);
    }
    if (context.out.isJson())
        context.out.document({{u"checks"_s, checks}, {u"good"_s, isGood}});
    co_return isGood ? 0 : 1;
}

} // namespace hugger
