// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/remote.h"
#include "app/cli/what.h"
#include "base/format.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

struct StoreLook {
    KnownStore known;
    bool isPlugged = false;
    qint64 freeBytes = 0;
};

StoreLook lookAt(const KnownStore& known)
{
    StoreLook look{known, false, 0};
    const auto store = Store::open(known.folder);
    if (!store || store->identity().id != known.identity.id)
        return look;
    look.isPlugged = true;
    look.freeBytes = store->freeBytes().value_or(0);
    return look;
}

QJsonObject storeJson(const StoreLook& look)
{
    return {{u"id"_s, look.known.identity.id},
            {u"label"_s, look.known.identity.label},
            {u"folder"_s, look.known.folder},
            {u"default"_s, look.known.isDefault},
            {u"state"_s, look.isPlugged ? u"plugged"_s : u"unplugged"_s},
            {u"free_bytes"_s, look.isPlugged ? QJsonValue(look.freeBytes) : QJsonValue(QJsonValue::Null)}};
}

Expected<int> list(Context& context, Library& library)
{
    const auto stores = library.profile().stores();
    if (!stores)
        return std::unexpected(stores.error());
    QJsonArray json;
    for (const KnownStore& known : *stores) {
        const StoreLook look = lookAt(known);
        json.append(storeJson(look));
        const QString state = look.isPlugged ? formatBytes(look.freeBytes) + u" free"_s : u"unplugged"_s;
        context.out.line(u"%1 %2  %3  %4"_s.arg(known.isDefault ? u"*"_s : u" "_s,
                                                known.identity.label.leftJustified(16), state.rightJustified(14),
                                                known.folder),
                         look.isPlugged ? Output::Tone::Plain : Output::Tone::Warn);
    }
    if (context.out.isJson())
        context.out.document({{u"stores"_s, json}});
    else if (stores->isEmpty())
        context.out.notice(
            u"There is no store yet. The first archive makes one at %1, or name a folder: hugger stores add DIR"_s.arg(
                library.profile().folder() + u"/store"_s));
    return 0;
}

/// What is in a store that comes from elsewhere is listed from now on.
Done takeIn(Context& context, Library& library, const KnownStore& store)
{
    if (QDir(store.folder + u"/records"_s).isEmpty())
        return {};
    const auto count = library.rebuild([&context](const QString& sentence) { context.out.notice(sentence); });
    return count ? Done() : std::unexpected(count.error());
}

Expected<int> add(Context& context, Library& library, const QString& folder)
{
    auto store = library.profile().addStore(folder, context.args.value(u"label"_s));
    if (!store)
        return std::unexpected(store.error());
    if (const auto ok = takeIn(context, library, *store); !ok)
        return std::unexpected(ok.error());
    if (context.out.isJson())
        context.out.document({{u"store"_s, storeJson(lookAt(*store))}});
    else
        context.out.line(u"The store \"%1\" is at %2.%3"_s.arg(
            store->identity.label, store->folder, store->isDefault ? u" It is the default one."_s : QString()));
    return 0;
}

QList<KnownStore>::iterator byLabel(QList<KnownStore>& stores, const QString& label)
{
    return std::ranges::find_if(
        stores, [&](const KnownStore& store) { return store.identity.label == label || store.identity.id == label; });
}

std::unexpected<Error> noSuchStore(const QString& label)
{
    return fail(ErrorKind::NotHeld, u"no_such_store"_s,
                u"There is no store called \"%1\". `hugger stores` lists them."_s.arg(label));
}

Expected<int> makeDefault(Context& context, Library& library, const QString& label)
{
    auto stores = library.profile().stores();
    if (!stores)
        return std::unexpected(stores.error());
    const auto chosen = byLabel(*stores, label);
    if (chosen == stores->end())
        return noSuchStore(label);
    for (KnownStore& store : *stores)
        store.isDefault = store.identity.id == chosen->identity.id;
    if (const auto ok = library.profile().saveStores(*stores); !ok)
        return std::unexpected(ok.error());
    if (context.out.isJson())
        context.out.document({{u"store"_s, storeJson(lookAt(*chosen))}});
    else
        context.out.line(u"New archives go to \"%1\" at %2."_s.arg(chosen->identity.label, chosen->folder));
    return 0;
}

Expected<int> rename(Context& context, Library& library, const QString& label, const QString& wanted)
{
    auto stores = library.profile().stores();
    if (!stores)
        return std::unexpected(stores.error());
    const auto chosen = byLabel(*stores, label);
    if (chosen == stores->end())
        return noSuchStore(label);
    if (const auto ok = Store::checkLabel(wanted); !ok)
        return std::unexpected(ok.error());
    const auto taken = byLabel(*stores, wanted);
    if (taken != stores->end() && taken != chosen)
        return fail(ErrorKind::Usage, u"label_taken"_s,
                    u"There is a store called \"%1\" already. Give this one another label."_s.arg(wanted));
    // In this profile only: the label in the store itself is what others gave it.
    chosen->identity.label = wanted;
    if (const auto ok = library.profile().saveStores(*stores); !ok)
        return std::unexpected(ok.error());
    if (context.out.isJson())
        context.out.document({{u"store"_s, storeJson(lookAt(*chosen))}});
    else
        context.out.line(u"The store at %1 is called \"%2\" now."_s.arg(chosen->folder, wanted));
    return 0;
}

Expected<int> forget(Context& context, Library& library, const QString& label)
{
    auto stores = library.profile().stores();
    if (!stores)
        return std::unexpected(stores.error());
    const auto chosen = byLabel(*stores, label);
    if (chosen == stores->end())
        return noSuchStore(label);
    const KnownStore gone = *chosen;
    stores->erase(chosen);
    if (gone.isDefault && !stores->isEmpty())
        stores->first().isDefault = true;
    // The list first: a catalog that lags behind is mended by a rebuild, and rows without a store would be in the way.
    if (const auto ok = library.profile().saveStores(*stores); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = library.catalog().dropStore(gone.identity.id); !ok)
        return std::unexpected(ok.error());
    if (context.out.isJson())
        context.out.document({{u"forgotten"_s, storeJson(lookAt(gone))}});
    else
        context.out.line(
            u"\"%1\" is not listed any more. Its files stay at %2; `hugger stores add` takes it in again."_s.arg(
                gone.identity.label, gone.folder));
    return 0;
}

} // namespace

Task<Expected<int>> runStores(Context& context)
{
    const QStringList& words = context.args.operands;
    const QString verb = words.value(0, u"list"_s);
    const qsizetype needed = verb == u"list"                        ? 1
        : verb == u"rename"                                         ? 3
        : verb == u"add" || verb == u"default" || verb == u"forget" ? 2
                                                                    : 0;
    if (needed == 0 || (words.size() != needed && !words.isEmpty())) {
        co_return fail(
            ErrorKind::Usage, u"usage"_s,
            u"`hugger stores` takes list, add DIR, default LABEL, rename LABEL NEW or forget LABEL. See `hugger help stores`."_s);
    }
    const bool reads = verb == u"list";
    const auto library = co_await openLibrary(context, reads ? Library::Access::ReadOnly : Library::Access::ReadWrite);
    if (!library)
        co_return std::unexpected(needsProfileAlone(library.error(), u"Changing stores"_s));
    if (reads)
        co_return list(context, **library);
    if (verb == u"add")
        co_return add(context, **library, words[1]);
    if (verb == u"default")
        co_return makeDefault(context, **library, words[1]);
    if (verb == u"rename")
        co_return rename(context, **library, words[1], words[2]);
    co_return forget(context, **library, words[1]);
}

} // namespace hugger
