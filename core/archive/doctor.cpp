// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/doctor.h"

#include "base/files.h"
#include "base/format.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

using Verdict = Checkup::Verdict;

void lookAtStore(const KnownStore& known, QList<Checkup>& checkups)
{
    const QString label = known.identity.label;
    const auto store = Store::open(known.folder);
    if (!store) {
        checkups.append({u"store_writable"_s, Verdict::Bad, u"Store \"%1\": %2"_s.arg(label, store.error().message)});
        return;
    }
    const QString probe = store->incomingFolder() + u"/doctor-probe.tmp"_s;
    Done written = makeFolders(store->incomingFolder());
    if (written)
        written = writeDurably(probe, "hugger");
    if (!written) {
        checkups.append({u"store_writable"_s, Verdict::Bad, u"Store \"%1\": %2"_s.arg(label, written.error().message)});
        return;
    }
    checkups.append(
        {u"store_writable"_s, Verdict::Good, u"Store \"%1\" at %2 can be written."_s.arg(label, store->folder())});
    const QByteArray from = QFile::encodeName(probe);
    const QByteArray hard = from + ".hard";
    const QByteArray soft = from + ".soft";
    const bool hardLinks = ::link(from.constData(), hard.constData()) == 0;
    const bool softLinks = ::symlink("doctor-probe.tmp", soft.constData()) == 0;
    ::unlink(hard.constData());
    ::unlink(soft.constData());
    (void)removeFile(probe);
    if (hardLinks || softLinks) {
        checkups.append({u"links"_s, Verdict::Good,
                         u"Store \"%1\" can hold links: other programs read it as a Hugging Face cache at %2."_s.arg(
                             label, store->viewFolder())});
    } else {
        checkups.append(
            {u"links"_s, Verdict::Note,
             u"Store \"%1\" is on a disk without links: archives are safe there, but other programs cannot read it as a cache. Export works."_s
                 .arg(label)});
    }
    const auto free = store->freeBytes();
    constexpr qint64 little = 5'000'000'000;
    if (!free)
        checkups.append({u"space"_s, Verdict::Bad, free.error().message});
    else
        checkups.append({u"space"_s, *free < little ? Verdict::Note : Verdict::Good,
                         u"Store \"%1\" has %2 free."_s.arg(label, formatBytes(*free))});
}

void lookAtClock(const HttpAnswer& answer, QList<Checkup>& checkups)
{
    const QDateTime there =
        QLocale::c().toDateTime(QString::fromLatin1(answer.header("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!there.isValid())
        return;
    const qint64 off =
        std::abs(QDateTime(there.date(), there.time(), QTimeZone::UTC).secsTo(QDateTime::currentDateTimeUtc()));
    if (off <= 120)
        checkups.append({u"clock"_s, Verdict::Good, u"The clock agrees with the Hub's."_s});
    else
        checkups.append(
            {u"clock"_s, Verdict::Bad,
             u"The clock is %1 away from the Hub's: secure connections and dates in records suffer. Set it right."_s
                 .arg(formatSeconds(off))});
}

} // namespace

Task<QList<Checkup>> examine(Library& library, const HubClient& hub, Token token, std::stop_token stop)
{
    QList<Checkup> checkups;
    checkups.append({u"catalog"_s, Verdict::Good, u"The catalog opens."_s});
    const auto stores = library.profile().stores();
    if (!stores)
        checkups.append({u"store_writable"_s, Verdict::Bad, stores.error().message});
    else if (stores->isEmpty())
        checkups.append(
            {u"store_writable"_s, Verdict::Note,
             u"There is no store yet; the first archive makes one at %1/store."_s.arg(library.profile().folder())});
    else
        for (const KnownStore& store : *stores)
            lookAtStore(store, checkups);

    const QString endpoint = hub.http().endpoint().toString();
    HttpRequest request;
    request.url = QUrl(endpoint + u"/api/models?limit=1"_s);
    const auto answer = co_await hub.http().send(request, stop);
    if (!answer) {
        checkups.append({u"hub"_s, Verdict::Bad, answer.error().message});
        co_return checkups;
    }
    if (answer->status >= 500 || answer->status == 0)
        checkups.append({u"hub"_s, Verdict::Bad,
                         u"The Hub at %1 answers with error %2. Try again later."_s.arg(endpoint).arg(answer->status)});
    else
        checkups.append({u"hub"_s, Verdict::Good, u"The Hub at %1 answers."_s.arg(endpoint)});
    lookAtClock(*answer, checkups);

    if (token.value.isEmpty()) {
        checkups.append({u"token"_s, Verdict::Note,
                         u"No token is set: public repos work; gated and private ones need `hugger token set`."_s});
        co_return checkups;
    }
    const auto who = co_await hub.whoAmI(stop);
    if (who)
        checkups.append({u"token"_s, Verdict::Good,
                         u"The token from %1 is valid: it belongs to %2."_s.arg(token.place, who->name)});
    else
        checkups.append(
            {u"token"_s, Verdict::Bad, u"The token from %1 does not work: %2"_s.arg(token.place, who.error().message)});
    co_return checkups;
}

} // namespace hugger
