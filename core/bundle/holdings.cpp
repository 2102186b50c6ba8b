// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/holdings.h"

#include "base/files.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/say.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype longestLine = 1024;

std::unexpected<Error> badLine(const QString& file, qint64 number, const QByteArray& line)
{
    return fail(ErrorKind::Usage, u"bad_holdings"_s,
                Say::tr("Line %1 of %2 is not what a list of holdings has. Have it made anew on the other side, with "
                        "\"hugger list --holdings FILE\".")
                    .arg(number)
                    .arg(file),
                escapeForTerminal(QString::fromUtf8(line.left(100))));
}

bool isSize(const QByteArray& text)
{
    return !text.isEmpty() && text.size() <= 18
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Expected<qint64> writeHoldings(Library& library, const QString& storeId, const QString& file)
{
    QHash<QString, Store> stores;
    QStringList labels;
    if (!storeId.isEmpty()) {
        const auto store = library.store(storeId);
        if (!store)
            return std::unexpected(store.error());
        stores.insert(store->identity().id, *store);
        labels.append(store->identity().label);
    } else {
        const auto all = library.profile().stores();
        if (!all)
            return std::unexpected(all.error());
        for (const KnownStore& known : *all) {
            // Without those that are unplugged: a list that names too little costs space on the way, nothing else.
            if (const auto store = library.store(known.identity.id)) {
                stores.insert(known.identity.id, *store);
                labels.append(store->identity().label);
            }
        }
    }
    QByteArray text = "# What is held by hugger: the SHA-256 and the bytes of each content, for\n"
                      "# \"hugger export --since THIS-FILE\" on another machine, which then leaves it out.\n"
                      "# Made "
        + isoNow().toUtf8() + " by hugger " HUGGER_VERSION ". Stores: " + labels.join(u", "_s).simplified().toUtf8()
        + "\n";
    qint64 count = 0;
    QByteArray last;
    const auto listed = library.catalog().eachSoundObject([&](const ObjectPlace& place) {
        const auto store = stores.constFind(place.storeId);
        if (store == stores.constEnd() || place.sha256 == last
            || store->objectState(place.sha256, place.size) != ObjectState::Present)
            return;
        text += place.sha256 + "  " + QByteArray::number(place.size) + '\n';
        last = place.sha256;
        ++count;
    });
    if (!listed)
        return std::unexpected(listed.error());
    if (const auto ok = writeDurably(file, text); !ok)
        return std::unexpected(ok.error());
    return count;
}

Expected<QSet<QByteArray>> readHoldings(const QString& file)
{
    QFile list(file);
    if (!list.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Usage, u"bad_holdings"_s,
                    Say::tr("The list of holdings %1 cannot be read. Check that it is there and readable.").arg(file),
                    list.errorString());
    }
    QSet<QByteArray> held;
    for (qint64 number = 1; !list.atEnd(); ++number) {
        const QByteArray line = list.readLine(longestLine).trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QByteArray sha256 = line.left(64).toLower();
        if (!isHex(sha256, 64) || line.mid(64, 1) != " " || !isSize(line.mid(65).trimmed()))
            return badLine(file, number, line);
        held.insert(sha256);
    }
    return held;
}

} // namespace hugger
