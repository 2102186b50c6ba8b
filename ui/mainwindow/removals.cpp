// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/removals.h"

#include <algorithm>

#include <QtWidgets/QWidget>

#include "engine/engine.h"
#include "ui/mainwindow/libraryfilter.h"
#include "ui/mainwindow/removedialog.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QList<qint64> idsOf(const QList<HeldRow>& rows)
{
    QList<qint64> ids;
    ids.reserve(rows.size());
    std::ranges::transform(rows, std::back_inserter(ids), &HeldRow::id);
    return ids;
}

} // namespace

Removals::Removals(Engine& engine, QWidget* window)
    : QObject(window)
    , m_engine(engine)
    , m_window(window)
{
}

void Removals::remove(const QList<HeldRow>& rows)
{
    if (rows.isEmpty())
        return;
    if (rows.size() > 1 && std::ranges::all_of(rows, mayBeLastCopy)) {
        Q_EMIT said({.tint = Tint::Attention,
                     .text = tr("Each of these may be the last copy. To remove one, choose it alone.")});
        return;
    }
    auto* const dialog = new RemoveDialog(rows, m_engine.settings().trashDays, m_window);
    m_engine.weigh(idsOf(dialog->rows())).then(dialog, [dialog](const Expected<Removal>& weight) {
        dialog->showWeight(weight);
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { moveToTrash(dialog->rows()); });
    dialog->open();
}

void Removals::moveToTrash(const QList<HeldRow>& rows)
{
    m_engine.remove(idsOf(rows)).then(this, [this, rows](const Expected<QList<Removal>>& removals) {
        if (removals)
            noteRemoved(rows, *removals);
        else
            Q_EMIT said(Message::of(removals.error(), rows.first().repo, m_engine.settings().endpoint));
    });
}

void Removals::noteRemoved(const QList<HeldRow>& rows, const QList<Removal>& removals)
{
    const qsizetype count = std::min(rows.size(), removals.size());
    if (count == 0)
        return;
    Removed removed{.number = ++m_removals, .pieces = {}};
    qint64 freed = 0;
    for (qsizetype i = 0; i < count; ++i) {
        freed += removals.at(i).freedBytes;
        if (!removals.at(i).trashId.isEmpty())
            removed.pieces.append({.trashId = removals.at(i).trashId, .repo = rows.at(i).repo});
    }
    const QString what = count < rows.size()
        //: %n is how many were to be removed, %1 how many were.
        ? tr("%1 of %n snapshots are in the trash. The others could not be moved there.", nullptr,
             static_cast<int>(rows.size()))
              .arg(QLocale().toString(count))
        : count == 1 ? tr("%1 is in the trash.").arg(plainLine(rows.first().repo.id))
                     : tr("%n snapshots are in the trash.", nullptr, static_cast<int>(count));
    const int days = m_engine.settings().trashDays;
    const QString when = freed <= 0 ? QString()
        : days == 0                 ? tr("That frees %1 when hugger starts next.").arg(sizeText(freed))
                                    : tr("That frees %1 in %n days.", nullptr, days).arg(sizeText(freed));
    //: Two sentences
    Message message{.tint = count < rows.size() ? Tint::Attention : Tint::Plain,
                    .text = when.isEmpty() ? what : tr("%1 %2").arg(what, when)};
    if (!removed.pieces.isEmpty()) {
        message.step = NextStep::Undo;
        m_removed.append(removed);
        Q_EMIT undoChanged();
    }
    Q_EMIT said(message);
}

void Removals::undo()
{
    if (m_removed.isEmpty())
        return;
    Undoing undoing{.removed = m_removed.takeLast(), .back = {}, .failed = {}, .error = {}};
    Q_EMIT undoChanged();
    bringBack(std::move(undoing));
}

/// One at a time, so that it is known which ones are back.
void Removals::bringBack(Undoing undoing)
{
    if (undoing.removed.pieces.isEmpty()) {
        noteUndone(undoing);
        return;
    }
    const Piece piece = undoing.removed.pieces.takeFirst();
    m_engine.restore({piece.trashId}).then(this, [this, undoing, piece](const Expected<void>& done) mutable {
        if (done) {
            undoing.back.append(piece);
        } else {
            undoing.error = done.error();
            // What is in no trash any more cannot be tried again.
            if (done.error().code != "no_such_trash"_L1)
                undoing.failed.append(piece);
        }
        bringBack(std::move(undoing));
    });
}

void Removals::noteUndone(const Undoing& undoing)
{
    const auto count = static_cast<int>(undoing.back.size());
    const QString back = count == 0 ? QString()
        : count == 1                ? tr("%1 is back.").arg(plainLine(undoing.back.first().repo.id))
                                    : tr("%n snapshots are back.", nullptr, count);
    if (!undoing.error) {
        Q_EMIT said({.tint = Tint::Good, .text = back});
        return;
    }
    if (!undoing.failed.isEmpty()) {
        const Removed rest{.number = undoing.removed.number, .pieces = undoing.failed};
        m_removed.insert(std::ranges::lower_bound(m_removed, rest.number, {}, &Removed::number), rest);
        Q_EMIT undoChanged();
    }
    Message message = Message::of(*undoing.error, {}, m_engine.settings().endpoint);
    if (!back.isEmpty())
        //: Two sentences
        message.text = tr("%1 %2").arg(back, message.text);
    Q_EMIT said(message);
}

QString Removals::undoText() const
{
    if (m_removed.isEmpty())
        return tr("&Undo");
    const QList<Piece>& newest = m_removed.last().pieces;
    if (newest.size() == 1)
        return tr("&Undo removing %1").arg(plainLine(newest.first().repo.id));
    return tr("&Undo removing %n snapshots", nullptr, static_cast<int>(newest.size()));
}

} // namespace hugger
