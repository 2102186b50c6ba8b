// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QObject>

#include <optional>

class QWidget;

namespace hugger {

class Engine;

/// Removing and bringing back: asks, moves to the trash, and remembers how to undo it until the program ends.
class Removals final : public QObject {
    Q_OBJECT

public:
    Removals(Engine& engine, QWidget* window);

    /// Asks first.
    void remove(const QList<HeldRow>& rows);
    void undo(); ///< the newest
    [[nodiscard]] bool canUndo() const { return !m_removed.isEmpty(); }
    [[nodiscard]] QString undoText() const; ///< "Undo removing acme/x", with mnemonic

Q_SIGNALS:
    void said(const hugger::Message& message);
    void undoChanged();

private:
    struct Piece {
        QString trashId;
        RepoId repo;
    };
    /// What one removal moved to the trash.
    struct Removed {
        int number = 0; ///< later ones have greater ones
        QList<Piece> pieces;
    };
    struct Undoing {
        Removed removed; ///< what is still to be brought back
        QList<Piece> back;
        QList<Piece> failed; ///< and is still in the trash
        std::optional<Error> error;
    };

    void moveToTrash(const QList<HeldRow>& rows);
    void noteRemoved(const QList<HeldRow>& rows, const QList<Removal>& removals);
    void bringBack(Undoing undoing);
    void noteUndone(const Undoing& undoing);

    Engine& m_engine;
    QWidget* m_window;
    QList<Removed> m_removed; ///< newest last
    int m_removals = 0;
};

} // namespace hugger
