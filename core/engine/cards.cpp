// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/cards.h"

#include "base/files.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 maxText = 1024 * 1024;
constexpr qint64 maxImage = 8 * 1024 * 1024;
constexpr qint64 maxImages = 32 * 1024 * 1024;

Expected<QByteArray> readObject(const Store& store, const HeldFile& file, qint64 limit)
{
    const QString path = store.objectPath(file.sha256);
    const auto fd = openFile(path, O_RDONLY | O_NOFOLLOW);
    if (!fd)
        return std::unexpected(fd.error());
    QByteArray bytes(std::min(file.size, limit), Qt::Uninitialized);
    const auto got = readAt(fd->get(), bytes.data(), bytes.size(), 0, path);
    if (!got)
        return std::unexpected(got.error());
    return bytes.first(*got);
}

} // namespace

QString withoutFrontMatter(const QString& markdown)
{
    static const QRegularExpression frontMatter(uR"(\A\x{FEFF}?---[ \t]*\r?\n(?:.*?\r?\n)??---[ \t]*(?:\r?\n|\z))"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    const auto match = frontMatter.match(markdown);
    return match.hasMatch() ? markdown.sliced(match.capturedEnd()) : markdown;
}

QStringList imagesOf(const QString& markdown)
{
    static const QRegularExpression image(
        uR"re(!\[[^\]\n]*\]\(\s*<?([^)\s>]+)|<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const auto& match : image.globalMatch(markdown))
        found.append(match.hasCaptured(2) ? match.captured(2) : match.captured(1));
    found.removeDuplicates();
    return found;
}

QString pathInRepo(const QString& address, const RepoId& repo)
{
    QUrl url(address);
    QString path = url.path(QUrl::FullyDecoded);
    if (!url.isRelative() || !url.host().isEmpty()) {
        static const QRegularExpression verb(u"^/(?:resolve|blob|raw)/[^/]+/(.+)$"_s);
        const bool isHub = url.host() == "huggingface.co"_L1 || url.host() == "hf.co"_L1;
        const auto match = isHub && path.startsWith(repo.pagePath() + u'/')
            ? verb.match(path.sliced(repo.pagePath().size()))
            : QRegularExpressionMatch();
        return match.captured(1);
    }
    path = QDir::cleanPath(path);
    return path.startsWith(u'/') || path.startsWith("../"_L1) || path == "."_L1 ? QString() : path;
}

Expected<Card> readCard(const Store& store, const Record& record)
{
    QHash<QString, const HeldFile*> files;
    const HeldFile* readme = nullptr;
    for (const HeldFile& file : record.files) {
        files.insert(file.path, &file);
        if (file.path.compare("README.md"_L1, Qt::CaseInsensitive) == 0)
            readme = &file;
    }
    if (!readme)
        return Card();
    const auto text = readObject(store, *readme, maxText);
    if (!text)
        return std::unexpected(text.error());
    Card card;
    card.markdown = withoutFrontMatter(QString::fromUtf8(*text));
    qint64 room = maxImages;
    for (const QString& address : imagesOf(card.markdown)) {
        const HeldFile* file = files.value(pathInRepo(address, record.repo));
        if (!file || file->size > std::min(room, maxImage))
            continue;
        // One that cannot be read is not shown; the card is there all the same.
        if (const auto bytes = readObject(store, *file, maxImage)) {
            room -= bytes->size();
            card.images.insert(address, *bytes);
        }
    }
    return card;
}

} // namespace hugger
