// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apibody.h"

#include "archive/selection.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/log.h"
#include "hub/repolink.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype longestName = 300;
constexpr qsizetype longestGlob = 1024;
constexpr qsizetype mostFiles = 10'000;
constexpr qsizetype mostGlobs = 50; ///< each is tried on every path; for more there is "files"
constexpr qsizetype mostStars = 8; ///< in a glob: what one takes to be tried grows with every star
constexpr qsizetype shown = 80;
constexpr qsizetype longestPath = 4096;
constexpr qsizetype mostExported = 10'000;
constexpr qint64 mostLevel = 19;

QString quoted(const QString& text)
{
    return u'"' + escapeForTerminal(redacted(text.left(shown))) + u'"';
}

Error wrong(const QString& name, const QString& trouble)
{
    return {ErrorKind::Usage, u"bad_field"_s, quoted(name) + u' ' + trouble, name.left(shown), Retry::Never};
}

bool isPlain(const QString& text)
{
    return text.isValidUtf16()
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// Paths that no file of any repo can have in a store: asking for them would only fail later.
Error hostilePath(const Error& why)
{
    return {ErrorKind::Usage, u"hostile_path"_s, u"\"files\" has a path in it that no file can have in the archive."_s,
            why.message, Retry::Never};
}

} // namespace

BodyReader::BodyReader(QJsonObject body)
    : m_body(std::move(body))
{
}

void BodyReader::refuse(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

QJsonValue BodyReader::take(QLatin1StringView name)
{
    m_known.append(name);
    return m_body.value(name);
}

QString BodyReader::text(QLatin1StringView name)
{
    const QJsonValue value = take(name);
    if (!value.isString())
        refuse(wrong(name, value.isUndefined() ? u"is missing."_s : u"must be a text."_s));
    return value.toString();
}

QString BodyReader::nameIfThere(QLatin1StringView name)
{
    if (!has(name)) {
        m_known.append(name);
        return {};
    }
    const QString value = text(name);
    if (value.isEmpty() || value.size() > longestName || !isPlain(value))
        refuse(wrong(name, u"must be a text of 1 to %1 plain characters."_s.arg(longestName)));
    return value;
}

bool BodyReader::flag(QLatin1StringView name)
{
    if (!has(name))
        refuse(wrong(name, u"is missing."_s));
    return flagIfThere(name);
}

QByteArray BodyReader::hex(QLatin1StringView name, qsizetype digits)
{
    const QString value = text(name);
    if (isHex(value, digits))
        return value.toLatin1();
    refuse(wrong(name, u"must be %1 hex digits, in lower case."_s.arg(digits)));
    return {};
}

bool BodyReader::flagIfThere(QLatin1StringView name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        refuse(wrong(name, u"must be true or false."_s));
    return value.toBool();
}

QStringList BodyReader::textsIfThere(QLatin1StringView name, qsizetype most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return {};
    const QJsonArray array = value.toArray();
    QStringList texts;
    bool areTexts = value.isArray();
    for (const QJsonValue one : array) {
        areTexts = areTexts && one.isString();
        texts.append(one.toString());
    }
    if (!areTexts) {
        refuse(wrong(name, u"must be a list of texts."_s));
        return {};
    }
    if (array.isEmpty() || array.size() > most) {
        refuse(wrong(name, u"must have 1 to %1 entries; leave it out to ask for everything."_s.arg(most)));
        return {};
    }
    texts.removeDuplicates();
    return texts;
}

qint64 BodyReader::numberIfThere(QLatin1StringView name, qint64 fallback, qint64 smallest, qint64 biggest)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return fallback;
    const double number = value.toDouble(-1);
    const qint64 whole = value.toInteger(smallest - 1);
    if (value.isDouble() && static_cast<double>(whole) == number && whole >= smallest && whole <= biggest)
        return whole;
    refuse(wrong(name, u"must be a whole number from %1 to %2."_s.arg(smallest).arg(biggest)));
    return fallback;
}

QList<qint64> BodyReader::numbers(QLatin1StringView name, qsizetype most)
{
    const QJsonValue value = take(name);
    const QJsonArray array = value.toArray();
    QList<qint64> numbers;
    for (const QJsonValue one : array)
        numbers.append(one.toInteger());
    const bool areGood = std::ranges::all_of(numbers, [](qint64 number) { return number > 0; });
    if (!areGood || numbers.isEmpty() || numbers.size() > most) {
        refuse(wrong(name, u"must be a list of 1 to %1 numbers."_s.arg(most)));
        return {};
    }
    return numbers;
}

QString BodyReader::path(QLatin1StringView name)
{
    const QString value = text(name);
    if (!value.startsWith(u'/') || value.size() > longestPath || !value.isValidUtf16() || value.contains(QChar(0)))
        refuse(wrong(name, u"must be the path of a file, beginning with \"/\"."_s));
    return value;
}

QStringList BodyReader::globsIfThere(QLatin1StringView name)
{
    const QStringList globs = textsIfThere(name, mostGlobs);
    const auto isGlob = [](const QString& glob) {
        return !glob.isEmpty() && glob.size() <= longestGlob && isPlain(glob);
    };
    if (!std::ranges::all_of(globs, isGlob))
        refuse(wrong(name, u"must be a list of texts of 1 to %1 plain characters."_s.arg(longestGlob)));
    if (std::ranges::any_of(globs, [](const QString& glob) { return glob.count(u'*') > mostStars; }))
        refuse(wrong(name, u"must not have more than %1 stars in an entry."_s.arg(mostStars)));
    return globs;
}

RepoId BodyReader::repo()
{
    const QString kind = text("kind"_L1);
    const QString id = text("repo"_L1);
    if (m_error)
        return {};
    const auto repo = readRepo(kind, id);
    if (!repo)
        refuse(repo.error());
    return repo.value_or(RepoId());
}

QString BodyReader::revision()
{
    if (!has("revision"_L1)) {
        m_known.append(u"revision"_s);
        return {};
    }
    const QString revision = text("revision"_L1);
    if (const auto ok = checkRevision(revision); !ok)
        refuse(ok.error());
    return revision;
}

Done BodyReader::outcome()
{
    for (const QString& name : m_body.keys()) {
        if (!m_known.contains(name))
            refuse(wrong(name, u"is not known here."_s));
    }
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

QueryReader::QueryReader(const ApiRequest& request)
    : m_query(request.query)
{
}

void QueryReader::refuse(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

QStringList QueryReader::texts(QStringView name)
{
    m_known.append(name.toString());
    QStringList texts;
    for (const auto& [key, value] : m_query) {
        if (key == name)
            texts.append(value);
    }
    return texts;
}

std::optional<QString> QueryReader::take(QStringView name)
{
    const QStringList values = texts(name);
    if (values.size() > 1)
        refuse(wrong(name.toString(), u"is there several times."_s));
    return values.isEmpty() ? std::nullopt : std::optional(values.first());
}

qint64 QueryReader::number(QStringView name, qint64 fallback, qint64 smallest, qint64 biggest)
{
    const auto text = take(name);
    if (!text)
        return fallback;
    const bool isDigits =
        !text->isEmpty() && std::ranges::all_of(*text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = text->toLongLong(&fits);
    if (isDigits && fits && number >= smallest && number <= biggest)
        return number;
    refuse(wrong(name.toString(), u"must be a whole number from %1 to %2."_s.arg(smallest).arg(biggest)));
    return fallback;
}

QString QueryReader::oneOf(QStringView name, const QStringList& texts)
{
    const auto text = take(name);
    if (text && !texts.contains(*text))
        refuse(wrong(name.toString(), u"must be one of: %1."_s.arg(texts.join(u", "_s))));
    return text.value_or(texts.first());
}

QString QueryReader::textIfThere(QStringView name)
{
    const auto text = take(name);
    if (text && (text->isEmpty() || text->size() > longestName || !isPlain(*text)))
        refuse(wrong(name.toString(), u"must have 1 to %1 characters."_s.arg(longestName)));
    return text.value_or(QString());
}

QString QueryReader::revision()
{
    const auto revision = take(u"revision");
    if (revision) {
        if (const auto ok = checkRevision(*revision); !ok)
            refuse(ok.error());
    }
    return revision.value_or(QString());
}

Done QueryReader::outcome()
{
    for (const auto& [name, value] : m_query) {
        if (!m_known.contains(name))
            refuse(wrong(name, u"is not known here."_s));
    }
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

Expected<RepoId> readRepo(const QString& kind, const QString& id)
{
    const auto known = kindFromName(kind);
    if (!known)
        return std::unexpected(wrong(u"kind"_s, u"must be model, dataset or space."_s));
    return RepoId::make(*known, id);
}

Expected<ArchiveWish> readWish(const QJsonObject& body)
{
    BodyReader reader(body);
    ArchiveWish wish;
    wish.repo = reader.repo();
    wish.revision = reader.revision();
    const QString commit = reader.nameIfThere("commit"_L1);
    if (!commit.isEmpty() && !isHex(commit, 40))
        reader.refuse(wrong(u"commit"_s, u"must be 40 hex digits, in lower case."_s));
    wish.commit = commit.toLatin1();
    wish.store = reader.nameIfThere("store"_L1);
    if (body.value("files"_L1).isArray() && body.value("files"_L1).toArray().isEmpty()) {
        reader.refuse({ErrorKind::Usage,
                       u"empty_files"_s,
                       u"\"files\" names none; leave it out to archive all of the repo."_s,
                       {},
                       Retry::Never});
    }
    const QStringList files = reader.textsIfThere("files"_L1, mostFiles);
    wish.selection.include = reader.globsIfThere("include"_L1);
    wish.selection.exclude = reader.globsIfThere("exclude"_L1);
    if (reader.has("files"_L1) && (reader.has("include"_L1) || reader.has("exclude"_L1)))
        reader.refuse(wrong(u"files"_s, u"names the files one by one: no \"include\" or \"exclude\" goes with it."_s));
    for (const QString& path : files) {
        if (const auto ok = checkForeignPath(path); !ok) {
            reader.refuse(hostilePath(ok.error()));
            break;
        }
        wish.selection.include.append(literalGlob(path));
    }
    if (const auto ok = reader.outcome(); !ok)
        return std::unexpected(ok.error());
    return wish;
}

Expected<ExportAsked> readExport(const QJsonObject& body)
{
    BodyReader reader(body);
    ExportAsked asked;
    asked.archives = reader.numbers("archives"_L1, mostExported);
    asked.wish.target = reader.path("target"_L1);
    const QString format = reader.text("format"_L1);
    asked.wish.format = bundleFormatFromName(format).value_or(BundleFormat::Folder);
    if (!bundleFormatFromName(format))
        reader.refuse(wrong(u"format"_s, u"must be folder, tar, tar.zst, tar.gz or zip."_s));
    asked.wish.level = static_cast<int>(reader.numberIfThere("level"_L1, asked.wish.level, 1, mostLevel));
    asked.wish.splitBytes = reader.numberIfThere("split_bytes"_L1, 0, 1, 1LL << 53);
    if (reader.has("since"_L1))
        asked.wish.since = reader.path("since"_L1);
    if (const auto ok = reader.outcome(); !ok)
        return std::unexpected(ok.error());
    return asked;
}

Expected<ImportWish> readImport(const QJsonObject& body)
{
    BodyReader reader(body);
    ImportWish wish;
    wish.source = reader.path("source"_L1);
    wish.storeId = reader.nameIfThere("store"_L1);
    if (reader.has("kind"_L1) || reader.has("repo"_L1))
        wish.as = reader.repo();
    if (const auto ok = reader.outcome(); !ok)
        return std::unexpected(ok.error());
    return wish;
}

} // namespace hugger
