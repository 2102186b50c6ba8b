// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/contentreader.h"

#include "base/files.h"
#include "base/hash.h"
#include "base/say.h"

#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype blockBytes = 1024 * 1024;

} // namespace

ContentReader::ContentReader(const ExportPlan& plan, std::stop_token stop)
    : m_plan(plan)
    , m_stop(std::move(stop))
    , m_thread([this] { readAll(); })
{
}

ContentReader::~ContentReader()
{
    const std::scoped_lock lock(m_mutex);
    m_isLeaving = true;
    m_changed.notify_all();
}

void ContentReader::readAll()
{
    for (std::size_t index = 0; index < m_plan.contents.size(); ++index) {
        const auto ok = read(index);
        if (!ok) {
            const std::scoped_lock lock(m_mutex);
            m_trouble = ok.error();
            m_changed.notify_all();
            return;
        }
    }
}

std::unexpected<Error> ContentReader::damagedBecause(std::size_t index, const QString& why)
{
    const PlannedContent& content = m_plan.contents[index];
    // A drive that went away has lost nothing.
    if (const auto plugged = m_plan.stores[content.store].checkPlugged(); !plugged)
        return std::unexpected(plugged.error());
    m_damaged = index;
    return fail(ErrorKind::Integrity, u"damaged"_s,
                Say::tr("The content of %1 is damaged in the store, so nothing was exported. Repair it, then export it "
                        "again.")
                    .arg(QString::fromUtf8(content.path)),
                QString::fromLatin1(content.sha256) + u": "_s + why, Retry::NeedsUser);
}

Done ContentReader::read(std::size_t index)
{
    const PlannedContent& content = m_plan.contents[index];
    const QString path = m_plan.stores[content.store].objectPath(content.sha256);
    const auto fd = openFile(path, O_RDONLY | O_NOFOLLOW);
    if (!fd)
        return damagedBecause(index, fd.error().detail);
    (void)::posix_fadvise(fd->get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Digest digest(Digest::Kind::Sha256);
    for (qint64 at = 0;;) {
        Slot* const slot = freeSlot();
        if (!slot)
            return std::unexpected(exportStopped());
        const auto got = readAt(fd->get(), slot->buffer.data(), blockBytes, at, path);
        if (!got)
            return damagedBecause(index, got.error().detail);
        slot->size = *got;
        at += *got;
        digest.add(QByteArrayView(slot->buffer).first(*got));
        slot->isLast = at >= content.size || *got < blockBytes;
        if (slot->isLast) {
            if (at != content.size)
                return damagedBecause(index, u"%1 bytes instead of %2"_s.arg(at).arg(content.size));
            const QByteArray hash = digest.hex();
            if (hash != content.sha256)
                return damagedBecause(index, u"its SHA-256 is "_s + QLatin1StringView(hash));
        }
        give();
        if (slot->isLast)
            return {};
    }
}

ContentReader::Slot* ContentReader::freeSlot()
{
    std::unique_lock lock(m_mutex);
    (void)m_changed.wait(lock, m_stop, [&] { return m_given - m_taken < slots || m_isLeaving; });
    if (m_stop.stop_requested() || m_isLeaving)
        return nullptr;
    Slot& slot = m_slots[m_given % slots];
    if (slot.buffer.isEmpty())
        slot.buffer = QByteArray(blockBytes, Qt::Uninitialized);
    return &slot;
}

void ContentReader::give()
{
    const std::scoped_lock lock(m_mutex);
    ++m_given;
    m_changed.notify_all();
}

Expected<ContentReader::Block> ContentReader::next()
{
    std::unique_lock lock(m_mutex);
    if (m_isHolding) {
        ++m_taken;
        m_isHolding = false;
        m_changed.notify_all();
    }
    (void)m_changed.wait(lock, m_stop, [&] { return m_taken < m_given || m_trouble; });
    if (m_stop.stop_requested())
        return std::unexpected(exportStopped());
    if (m_taken == m_given)
        return std::unexpected(*m_trouble);
    m_isHolding = true;
    const Slot& slot = m_slots[m_taken % slots];
    return Block{QByteArrayView(slot.buffer).first(slot.size), slot.isLast};
}

} // namespace hugger
