// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/eventlook.h"

#include "ui/details/eventsmodel.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace hugger {

QStringList typesOf(EventGroup group)
{
    switch (group) {
    case EventGroup::All:
        break;
    case EventGroup::Changes:
        return {u"new_commit"_s, u"ref_moved"_s, u"history_rewritten"_s, u"renamed"_s, u"card_changed"_s};
    case EventGroup::License:
        return {u"license_changed"_s};
    case EventGroup::Gates:
        return {u"gated"_s, u"ungated"_s};
    case EventGroup::Gone:
        return {u"gone"_s, u"disabled"_s, u"back"_s};
    case EventGroup::Own:
        return {u"archived"_s, u"imported"_s, u"verified"_s, u"damaged"_s, u"removed"_s, u"restored"_s};
    }
    return {};
}

QStringList upstreamTypes()
{
    return typesOf(EventGroup::Changes) + typesOf(EventGroup::License) + typesOf(EventGroup::Gates)
        + typesOf(EventGroup::Gone);
}

Chip eventChip(const QString& type)
{
    static const QHash<QString, Tint> tints = {
        {u"gone"_s, Tint::Wrong},        {u"disabled"_s, Tint::Wrong},
        {u"damaged"_s, Tint::Wrong},     {u"license_changed"_s, Tint::Attention},
        {u"gated"_s, Tint::Attention},   {u"history_rewritten"_s, Tint::Attention},
        {u"renamed"_s, Tint::Attention}, {u"back"_s, Tint::Good},
        {u"ungated"_s, Tint::Good},
    };
    const Tint tint = tints.value(type, Tint::Plain);
    return {EventsModel::typeText(type), tint, tint == Tint::Wrong ? u"!"_s : QString()};
}

QString eventIcon(const QString& type)
{
    static const QHash<QString, QString> icons = {
        {u"new_commit"_s, u"newer"_s}, {u"ref_moved"_s, u"revisions"_s}, {u"history_rewritten"_s, u"revisions"_s},
        {u"renamed"_s, u"notes"_s},    {u"card_changed"_s, u"card"_s},   {u"license_changed"_s, u"license"_s},
        {u"gated"_s, u"key"_s},        {u"ungated"_s, u"key"_s},         {u"gone"_s, u"gone"_s},
        {u"disabled"_s, u"cancel"_s},  {u"back"_s, u"restore"_s},        {u"archived"_s, u"check"_s},
        {u"verified"_s, u"verify"_s},  {u"damaged"_s, u"attention"_s},   {u"removed"_s, u"remove"_s},
        {u"restored"_s, u"restore"_s}, {u"imported"_s, u"import"_s},
    };
    return icons.value(type, u"info"_s);
}

} // namespace hugger
