// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/repoid.h"

#include "base/format.h"
#include "base/log.h"
#include "base/say.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxPart = 96;

bool isPartCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'_' || u == u'.'
        || u == u'-';
}

bool isEdge(QChar c)
{
    return c == u'-' || c == u'.';
}

QString partTrouble(QStringView part)
{
    if (part.isEmpty())
        return Say::tr("a part of it is empty");
    if (!std::ranges::all_of(part, isPartCharacter))
        return Say::tr("only letters, digits, \"_\", \"-\" and \".\" may be in it");
    if (part.size() > maxPart)
        return Say::tr("a part of it is longer than %1 characters").arg(maxPart);
    if (isEdge(part.front()) || isEdge(part.back()))
        return Say::tr("its parts may not begin or end with \"-\" or \".\"");
    return {};
}

QString idTrouble(const QString& id)
{
    const auto parts = QStringView(id).split(u'/');
    if (parts.size() > 2)
        return Say::tr("it has more than one \"/\"");
    for (const QStringView part : parts) {
        if (const QString trouble = partTrouble(part); !trouble.isEmpty())
            return trouble;
    }
    if (id.contains(u"--"_s) || id.contains(u".."_s))
        return Say::tr("\"--\" and \"..\" may not be in it");
    if (id.endsWith(u".git"_s))
        return Say::tr("it may not end with \".git\"");
    return {};
}

} // namespace

QString kindName(RepoKind kind)
{
    switch (kind) {
    case RepoKind::Model:
        return u"model"_s;
    case RepoKind::Dataset:
        return u"dataset"_s;
    case RepoKind::Space:
        return u"space"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString kindPlural(RepoKind kind)
{
    return kindName(kind) + u's';
}

Expected<RepoKind> kindFromName(QStringView name)
{
    for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space}) {
        if (name == kindName(kind))
            return kind;
    }
    return fail(ErrorKind::Usage, u"bad_kind"_s,
                Say::tr("\"%1\" is not a kind of repo. There are: model, dataset, space.")
                    .arg(escapeForTerminal(redacted(name.left(40).toString()))));
}

Expected<RepoId> RepoId::make(RepoKind kind, const QString& id)
{
    if (const QString trouble = idTrouble(id); !trouble.isEmpty()) {
        return fail(ErrorKind::Usage, u"bad_repo_id"_s,
                    Say::tr("\"%1\" is not the id of a repo: %2. An id looks like org/name.")
                        .arg(escapeForTerminal(redacted(id.left(120))), trouble));
    }
    return RepoId{kind, id};
}

QString RepoId::display() const
{
    return kind == RepoKind::Model ? id : kindPlural(kind) + u'/' + id;
}

QString RepoId::cacheFolder() const
{
    return kindPlural(kind) + u"--"_s + QString(id).replace(u'/', u"--"_s);
}

QString RepoId::pagePath() const
{
    return u'/' + display();
}

QString RepoId::apiPath() const
{
    return u"/api/"_s + kindPlural(kind) + u'/' + id;
}

} // namespace hugger
