// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubparse.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/say.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int maxNesting = 64;

QString whatNext()
{
    return Say::tr("Try again later, and check the endpoint in use.");
}

std::unexpected<Error> badAnswer(const QString& what, const QString& trouble)
{
    return fail(ErrorKind::Network, u"bad_answer"_s,
                Say::tr("%1 is not what it should be: %2.").arg(what, trouble) + u' ' + whatNext(), {},
                Retry::NeedsUser);
}

template<typename T> Expected<T> explained(Expected<T> parsed)
{
    if (!parsed) {
        parsed.error().message += u' ' + whatNext();
        parsed.error().retry = Retry::NeedsUser;
    }
    return parsed;
}

Expected<QJsonObject> objectOf(const QByteArray& body, const QString& what)
{
    if (const auto ok = checkJsonBody(body, what); !ok)
        return std::unexpected(ok.error());
    return explained(parseObject(body, what, ErrorKind::Network, u"bad_answer"_s));
}

Expected<QJsonArray> arrayOf(const QByteArray& body, const QString& what)
{
    if (const auto ok = checkJsonBody(body, what); !ok)
        return std::unexpected(ok.error());
    return explained(parseArray(body, what, ErrorKind::Network, u"bad_answer"_s));
}

Done outcomeOf(const JsonReader& reader)
{
    return explained(reader.outcome(ErrorKind::Network, u"bad_answer"_s));
}

Expected<QStringList> textsOf(const QJsonArray& array, const QString& key, const QString& what)
{
    QStringList texts;
    texts.reserve(array.size());
    for (const auto& value : array) {
        if (!value.isString())
            return badAnswer(what, Say::tr("\"%1\" holds something that is not a text").arg(key));
        texts.append(value.toString());
    }
    return texts;
}

/// The Hub says false, "auto" or "manual". Anything else that means "gated" is taken for the stricter one.
Expected<Gating> gatingOf(const QJsonValue& value, const QString& what)
{
    if (value.isUndefined() || value.isNull() || (value.isBool() && !value.toBool()))
        return Gating::No;
    if (value.isBool())
        return Gating::Manual;
    if (!value.isString() || value.toString().isEmpty())
        return badAnswer(what, Say::tr("\"gated\" is neither true, false nor a text"));
    return value.toString() == "auto"_L1 ? Gating::Auto : Gating::Manual;
}

/// cardData is what the repo's author wrote as YAML: nothing about its types can be relied on, and none of it is an
/// error.
LicenseFacts licenseOf(const QJsonObject& card, const QStringList& tags)
{
    LicenseFacts facts;
    const auto license = card.value("license"_L1);
    if (license.isString())
        facts.ids.append(license.toString());
    for (const auto& one : license.toArray()) {
        if (one.isString())
            facts.ids.append(one.toString());
    }
    facts.ids.removeAll(QString());
    if (facts.ids.isEmpty()) {
        static constexpr auto prefix = "license:"_L1;
        for (const QString& tag : tags) {
            if (tag.startsWith(prefix) && tag.size() > prefix.size())
                facts.ids.append(tag.sliced(prefix.size()));
        }
    }
    facts.name = card.value("license_name"_L1).toString();
    facts.link = card.value("license_link"_L1).toString();
    return facts;
}

Expected<FileEntry> fileOf(JsonReader& reader, const QString& path, const QString& what)
{
    FileEntry file;
    file.path = path;
    file.size = reader.size("size"_L1);
    file.oid = reader.hex("oid"_L1, 40);
    if (const auto lfs = reader.objectIfThere("lfs"_L1)) {
        JsonReader lfsReader(*lfs, what);
        file.sha256 = lfsReader.hex("oid"_L1, 64);
        const qint64 lfsSize = lfsReader.size("size"_L1);
        if (const auto ok = outcomeOf(lfsReader); !ok)
            return std::unexpected(ok.error());
        if (lfsSize != file.size)
            return badAnswer(what, Say::tr("a file has two different sizes"));
    }
    if (!reader.textOr("xetHash"_L1, {}).isEmpty())
        file.xetHash = reader.hex("xetHash"_L1, 64);
    return file;
}

Done addRefs(RepoRefs& refs, const QJsonArray& array, RefEntry::Type type, const QString& what)
{
    for (const auto& value : array) {
        if (!value.isObject())
            return badAnswer(what, Say::tr("a ref is not an object"));
        JsonReader reader(value.toObject(), what);
        RefEntry entry;
        entry.name = reader.text("name"_L1);
        entry.ref = reader.text("ref"_L1);
        entry.commit = reader.hex("targetCommit"_L1, 40);
        entry.type = type;
        if (const auto ok = outcomeOf(reader); !ok)
            return ok;
        // Of these the short name ("parquet", "1") is not a revision.
        if ((type == RefEntry::Type::Convert || type == RefEntry::Type::PullRequest)
            && entry.ref.startsWith("refs/"_L1))
            entry.name = entry.ref;
        if (entry.name.isEmpty())
            return badAnswer(what, Say::tr("a ref has no name"));
        refs.refs.append(std::move(entry));
    }
    return {};
}

} // namespace

Done checkJsonBody(QByteArrayView body, const QString& what)
{
    if (body.trimmed().isEmpty())
        return badAnswer(what, Say::tr("it is empty"));
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxNesting)
                return badAnswer(what, Say::tr("it is nested more than %1 levels deep").arg(maxNesting));
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return {};
}

bool isWebPage(QByteArrayView contentType, QByteArrayView body)
{
    const QByteArray type = contentType.toByteArray().toLower();
    if (type.contains("text/html") || type.contains("application/xhtml"))
        return true;
    const QByteArray begin = body.first(std::min<qsizetype>(body.size(), 512)).trimmed().toByteArray().toLower();
    return begin.startsWith("<!doctype html") || begin.startsWith("<html") || begin.startsWith("<head");
}

Expected<RepoInfo> parseInfo(const QByteArray& body, RepoKind kind, const QString& what)
{
    const auto object = objectOf(body, what);
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object, what);
    RepoInfo info;
    const QString id = reader.text("id"_L1);
    info.hubId = reader.textOr("_id"_L1, {});
    info.commit = reader.hex("sha"_L1, 40);
    info.isPrivate = reader.flagOr("private"_L1, false);
    info.disabled = reader.flagOr("disabled"_L1, false);
    info.lastModified = reader.textOr("lastModified"_L1, {});
    const QJsonArray tagValues = reader.arrayIfThere("tags"_L1);
    const QJsonObject card = reader.objectIfThere("cardData"_L1).value_or(QJsonObject());
    if (const auto ok = outcomeOf(reader); !ok)
        return std::unexpected(ok.error());

    const auto repo = RepoId::make(kind, id);
    if (!repo)
        return badAnswer(what, Say::tr("\"id\" is not the id of a repo"));
    info.repo = *repo;
    const auto tags = textsOf(tagValues, u"tags"_s, what);
    if (!tags)
        return std::unexpected(tags.error());
    info.tags = *tags;
    const auto gating = gatingOf(object->value("gated"_L1), what);
    if (!gating)
        return std::unexpected(gating.error());
    info.gating = *gating;
    info.license = licenseOf(card, info.tags);
    info.raw = body;
    return info;
}

Expected<TreePage> parseTreePage(const QByteArray& body, const QString& what)
{
    const auto array = arrayOf(body, what);
    if (!array)
        return std::unexpected(array.error());
    TreePage page;
    page.files.reserve(array->size());
    for (const auto& value : *array) {
        if (!value.isObject())
            return badAnswer(what, Say::tr("an entry is not an object"));
        JsonReader reader(value.toObject(), what);
        const QString type = reader.text("type"_L1);
        const QString path = reader.text("path"_L1);
        std::optional<Expected<FileEntry>> file;
        if (type == "file"_L1)
            file = fileOf(reader, path, what);
        if (const auto ok = outcomeOf(reader); !ok)
            return std::unexpected(ok.error());
        if (path.isEmpty())
            return badAnswer(what, Say::tr("an entry has no path"));
        if (!file)
            page.folders.append(path);
        else if (!*file)
            return std::unexpected(file->error());
        else
            page.files.append(std::move(**file));
    }
    return page;
}

Expected<RepoRefs> parseRefs(const QByteArray& body, const QString& what)
{
    const auto object = objectOf(body, what);
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object, what);
    using enum RefEntry::Type;
    const std::array lists{
        std::pair(reader.array("branches"_L1), Branch),
        std::pair(reader.arrayIfThere("tags"_L1), Tag),
        std::pair(reader.arrayIfThere("converts"_L1), Convert),
        std::pair(reader.arrayIfThere("pullRequests"_L1), PullRequest),
    };
    if (const auto ok = outcomeOf(reader); !ok)
        return std::unexpected(ok.error());
    RepoRefs refs;
    for (const auto& [list, type] : lists) {
        if (const auto ok = addRefs(refs, list, type, what); !ok)
            return std::unexpected(ok.error());
    }
    refs.raw = body;
    return refs;
}

Done checkHistory(const QByteArray& body, const QString& what)
{
    if (const auto array = arrayOf(body, what); !array)
        return std::unexpected(array.error());
    return {};
}

Expected<QList<CommitEntry>> parseHistory(const QByteArray& body, const QString& what)
{
    const auto array = arrayOf(body, what);
    if (!array)
        return std::unexpected(array.error());
    QList<CommitEntry> commits;
    commits.reserve(array->size());
    for (const auto& value : *array) {
        if (!value.isObject())
            return badAnswer(what, Say::tr("an entry is not an object"));
        JsonReader reader(value.toObject(), what);
        CommitEntry commit;
        commit.id = reader.hex("id"_L1, 40);
        commit.title = reader.textOr("title"_L1, {});
        commit.date = reader.textOr("date"_L1, {});
        if (const auto ok = outcomeOf(reader); !ok)
            return std::unexpected(ok.error());
        commits.append(std::move(commit));
    }
    return commits;
}

Expected<QList<OwnedRepo>> parseOwned(const QByteArray& body, RepoKind kind, const QString& what)
{
    const auto array = arrayOf(body, what);
    if (!array)
        return std::unexpected(array.error());
    QList<OwnedRepo> owned;
    for (const auto& value : *array) {
        const auto repo = RepoId::make(kind, value["id"_L1].toString());
        const QString hubId = value["_id"_L1].toString();
        if (repo && !hubId.isEmpty())
            owned.append({*repo, hubId});
    }
    return owned;
}

Expected<WhoAmI> parseWhoAmI(const QByteArray& body, const QString& what)
{
    const auto object = objectOf(body, what);
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object, what);
    WhoAmI who;
    who.name = reader.text("name"_L1);
    const QJsonObject auth = reader.objectIfThere("auth"_L1).value_or(QJsonObject());
    if (const auto ok = outcomeOf(reader); !ok)
        return std::unexpected(ok.error());
    const QJsonObject token = auth.value("accessToken"_L1).toObject();
    who.tokenName = token.value("displayName"_L1).toString();
    who.role = token.value("role"_L1).toString();
    return who;
}

Expected<QList<SearchHit>> parseSearch(const QByteArray& body, RepoKind kind, const QString& what)
{
    const auto array = arrayOf(body, what);
    if (!array)
        return std::unexpected(array.error());
    QList<SearchHit> hits;
    hits.reserve(array->size());
    for (const auto& value : *array) {
        const QJsonObject entry = value.toObject();
        const auto repo = RepoId::make(kind, entry.value("id"_L1).toString());
        if (!repo)
            continue;
        SearchHit hit;
        hit.repo = *repo;
        hit.downloads = std::max<qint64>(entry.value("downloads"_L1).toInteger(), 0);
        hit.likes = std::max<qint64>(entry.value("likes"_L1).toInteger(), 0);
        hit.lastModified = entry.value("lastModified"_L1).toString();
        hit.gating = gatingOf(entry.value("gated"_L1), what).value_or(Gating::Manual);
        hit.isPrivate = entry.value("private"_L1).toBool();
        hit.bytes = std::max<qint64>(entry.value("usedStorage"_L1).toInteger(-1), -1);
        for (const auto& tag : entry.value("tags"_L1).toArray()) {
            if (tag.isString())
                hit.tags.append(tag.toString());
        }
        hit.license = licenseOf(entry.value("cardData"_L1).toObject(), hit.tags).ids.join(u", "_s);
        hits.append(std::move(hit));
    }
    return hits;
}

std::optional<QByteArray> nextLink(QByteArrayView linkHeader)
{
    // <URL>; rel="next", <URL>; rel="prev": commas and semicolons may also stand inside the brackets.
    qsizetype at = 0;
    while (true) {
        const qsizetype open = linkHeader.indexOf('<', at);
        const qsizetype close = open < 0 ? -1 : linkHeader.indexOf('>', open);
        if (close < 0)
            return std::nullopt;
        qsizetype end = linkHeader.indexOf('<', close);
        if (end < 0)
            end = linkHeader.size();
        const QByteArray parameters = linkHeader.sliced(close + 1, end - close - 1).toByteArray().toLower();
        for (const QByteArray& parameter : parameters.split(';')) {
            QByteArray plain = parameter.trimmed();
            while (plain.endsWith(',') || plain.endsWith(' '))
                plain.chop(1);
            plain.replace('"', "").replace(' ', "");
            if (plain == "rel=next")
                return linkHeader.sliced(open + 1, close - open - 1).toByteArray();
        }
        at = end;
    }
}

} // namespace hugger
