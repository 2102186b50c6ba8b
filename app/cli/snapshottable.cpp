// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/snapshottable.h"

#include "base/format.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString stateText(const SnapshotRow& row)
{
    if (row.damaged > 0)
        return u"%1 damaged"_s.arg(row.damaged);
    return row.complete ? u"complete"_s : u"partial"_s;
}

} // namespace

void SnapshotTable::add(const QList<SnapshotRow>& rows)
{
    QList<QStringList> table;
    for (const SnapshotRow& row : rows) {
        const bool named = row.revision.toLatin1() != row.key.commit;
        table.append({row.key.repo.display(), named ? row.revision : u"-"_s, firstDigits(row.key.commit),
                      stateText(row), counted(row.files, u"file"_s, u"files"_s), formatBytes(row.bytes),
                      m_stores.label(row.storeId),
                      row.verifiedAt.isEmpty() ? u"not verified"_s : u"verified "_s + row.verifiedAt.left(10),
                      upstreamText(row)});
    }
    m_widths.resize(9);
    for (const QStringList& cells : std::as_const(table)) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            m_widths[i] = std::max(m_widths[i], cells[i].size());
    }
    for (qsizetype line = 0; line < table.size(); ++line) {
        QString text;
        for (qsizetype i = 0; i < table[line].size(); ++i) {
            const QString& cell = table[line][i];
            const bool isNumber = i == 4 || i == 5;
            // What is not said at the end takes no room.
            const bool isLast =
                i + 1 == table[line].size() || (i + 2 == table[line].size() && table[line].last().isEmpty());
            text += isNumber ? cell.rightJustified(m_widths[i]) : isLast ? cell : cell.leftJustified(m_widths[i]);
            if (isLast)
                break;
            text += u"  "_s;
        }
        m_out.line(text, rows[line].damaged > 0 ? Output::Tone::Bad : Output::Tone::Plain);
    }
}

} // namespace hugger
