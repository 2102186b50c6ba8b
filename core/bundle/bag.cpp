// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bag.h"

#include "base/hash.h"
#include "base/say.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

struct HashKind {
    QLatin1StringView name;
    qsizetype digits;
};
constexpr std::array<HashKind, 4> hashKinds{{{"md5"_L1, 32}, {"sha1"_L1, 40}, {"sha256"_L1, 64}, {"sha512"_L1, 128}}};

std::unexpected<Error> bad(const QString& file, qsizetype line, const QString& detail)
{
    return fail(ErrorKind::Integrity, u"bad_bundle"_s,
                Say::tr("Line %2 of %1 in the bundle is not what it should be. Get the bundle again from where it "
                        "was made.")
                    .arg(file)
                    .arg(line),
                detail);
}

/// Takes the lines one by one, however they end.
class Lines final {
public:
    explicit Lines(QByteArrayView text)
        : m_left(text)
    {
        if (m_left.startsWith("\xef\xbb\xbf"))
            m_left = m_left.sliced(3);
    }

    [[nodiscard]] std::optional<QByteArrayView> next()
    {
        if (m_left.isEmpty())
            return std::nullopt;
        ++m_number;
        const auto* const end = std::ranges::find_if(m_left, [](char c) { return c == '\n' || c == '\r'; });
        const QByteArrayView line = m_left.first(end - m_left.begin());
        const bool isCrLf = m_left.sliced(line.size()).startsWith("\r\n");
        m_left = m_left.sliced(std::min(m_left.size(), line.size() + (isCrLf ? 2 : 1)));
        return line;
    }

    [[nodiscard]] qsizetype number() const { return m_number; } ///< of the line next() gave, from 1

private:
    QByteArrayView m_left;
    qsizetype m_number = 0;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

QByteArray bagDeclaration()
{
    return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"_ba;
}

Done checkBagDeclaration(const QByteArray& text)
{
    static const QRegularExpression versionLine(u"^BagIt-Version\\s*:\\s*(\\d{1,4})\\.(\\d{1,4})\\s*$"_s);
    static const QRegularExpression encodingLine(u"^Tag-File-Character-Encoding\\s*:\\s*(\\S+)\\s*$"_s);
    Lines lines(text);
    const QString first = QString::fromUtf8(lines.next().value_or(QByteArrayView()));
    const QString second = QString::fromUtf8(lines.next().value_or(QByteArrayView()));
    const auto version = versionLine.match(first);
    if (!version.hasMatch())
        return bad(u"bagit.txt"_s, 1, first.left(100));
    const int major = version.captured(1).toInt();
    const int minor = version.captured(2).toInt();
    if (major > 1 || (major == 0 && minor < 93)) {
        return fail(ErrorKind::Integrity, u"bad_bundle"_s,
                    Say::tr("The bundle is a BagIt bag of version %1.%2, which this hugger cannot read. Take one of "
                            "version 1.0.")
                        .arg(major)
                        .arg(minor));
    }
    const auto encoding = encodingLine.match(second);
    if (!encoding.hasMatch())
        return bad(u"bagit.txt"_s, 2, second.left(100));
    if (encoding.captured(1).compare("UTF-8"_L1, Qt::CaseInsensitive) != 0) {
        return fail(ErrorKind::Integrity, u"bad_bundle"_s,
                    Say::tr("The texts of the bundle are in %1, and hugger reads UTF-8 only. Have the bag made anew "
                            "in UTF-8.")
                        .arg(encoding.captured(1)));
    }
    return {};
}

QByteArray bagInfo(const QList<BagFact>& facts)
{
    QByteArray out;
    for (const BagFact& fact : facts)
        out += fact.label.toUtf8() + ": " + fact.value.simplified().toUtf8() + '\n';
    return out;
}

Expected<QList<BagFact>> parseBagInfo(const QByteArray& text)
{
    QList<BagFact> facts;
    Lines lines(text);
    while (const auto line = lines.next()) {
        if (line->trimmed().isEmpty())
            continue;
        if (isBlank(line->front()) && !facts.isEmpty()) {
            QString& value = facts.last().value;
            value += (value.isEmpty() ? ""_L1 : " "_L1) + QString::fromUtf8(line->trimmed());
            continue;
        }
        const qsizetype colon = line->indexOf(':');
        if (colon < 1)
            return bad(u"bag-info.txt"_s, lines.number(),
                       QString::fromUtf8(line->first(std::min(line->size(), 100LL))));
        facts.append(
            {QString::fromUtf8(line->first(colon).trimmed()), QString::fromUtf8(line->sliced(colon + 1).trimmed())});
    }
    return facts;
}

Expected<std::optional<PayloadOxum>> payloadOxum(const QList<BagFact>& facts)
{
    const auto at = std::ranges::find_if(
        facts, [](const BagFact& fact) { return fact.label.compare("Payload-Oxum"_L1, Qt::CaseInsensitive) == 0; });
    if (at == facts.end())
        return std::nullopt;
    static const QRegularExpression oxum(u"^(\\d{1,18})\\.(\\d{1,18})$"_s);
    const auto match = oxum.match(at->value);
    if (!match.hasMatch())
        return bad(u"bag-info.txt"_s, at - facts.begin() + 1, u"Payload-Oxum: "_s + at->value.left(100));
    return PayloadOxum{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
}

std::optional<BagHash> bagHashOf(const QString& manifestName)
{
    for (std::size_t i = 0; i < hashKinds.size(); ++i) {
        const QString rest = u"manifest-"_s + hashKinds[i].name + u".txt"_s;
        if (manifestName == rest || manifestName == u"tag"_s + rest)
            return static_cast<BagHash>(i);
    }
    return std::nullopt;
}

qsizetype bagHashDigits(BagHash hash)
{
    return hashKinds.at(static_cast<std::size_t>(hash)).digits;
}

QByteArray manifestLine(QByteArrayView hash, QByteArrayView path)
{
    return QByteArray() + hash + "  " + path + '\n';
}

Expected<std::vector<ManifestLine>> parseManifest(const QByteArray& text, const QString& name)
{
    const auto kind = bagHashOf(name);
    if (!kind)
        return bad(name, 1, u"unknown kind of hash"_s);
    const qsizetype digits = bagHashDigits(*kind);
    std::vector<ManifestLine> found;
    QSet<QByteArrayView> seen; // views into `text`, which outlives them
    Lines lines(text);
    while (const auto line = lines.next()) {
        if (line->trimmed().isEmpty())
            continue;
        QByteArray hash = line->first(std::min(line->size(), digits)).toByteArray().toLower();
        QByteArrayView path = line->sliced(hash.size());
        if (!isHex(hash, digits) || path.isEmpty() || !isBlank(path.front()))
            return bad(name, lines.number(), QString::fromUtf8(line->first(std::min(line->size(), 200LL))));
        // One blank and "*", as md5sum marks binary files, or any number of blanks.
        path = path.sliced(std::ranges::find_if_not(path, isBlank) - path.begin());
        if (path.startsWith('*'))
            path = path.sliced(1);
        while (path.startsWith("./"))
            path = path.sliced(2);
        if (path.isEmpty() || seen.contains(path))
            return bad(name, lines.number(), QString::fromUtf8(path.first(std::min(path.size(), 200LL))));
        seen.insert(path);
        found.push_back({std::move(hash), path.toByteArray()});
    }
    return found;
}

QList<QByteArray> bagPathReadings(const QByteArray& path)
{
    QList<QByteArray> readings{path};
    if (!path.contains('%'))
        return readings;
    QByteArray decoded;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QByteArray code = path.mid(i, 3).toUpper();
        const char meant = code == "%0A" ? '\n' : code == "%0D" ? '\r' : code == "%25" ? '%' : '\0';
        decoded += meant == '\0' ? path[i] : meant;
        i += meant == '\0' ? 0 : 2;
    }
    if (decoded != path)
        readings.append(decoded);
    return readings;
}

QByteArray otherNameLine(const OtherName& name)
{
    return name.sha256 + '\t' + name.wanted + '\t' + name.at + '\n';
}

Expected<std::vector<OtherName>> parseOtherNames(const QByteArray& text)
{
    std::vector<OtherName> names;
    Lines lines(text);
    while (const auto line = lines.next()) {
        const QList<QByteArray> parts = line->toByteArray().split('\t');
        if (parts.size() != 3 || !isHex(parts[0], 64) || parts[1].isEmpty() || parts[2].isEmpty()) {
            return bad(u"other-names.txt"_s, lines.number(),
                       QString::fromUtf8(line->first(std::min(line->size(), 200LL))));
        }
        names.push_back({parts[0], parts[1], parts[2]});
    }
    return names;
}

} // namespace hugger
