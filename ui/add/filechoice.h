// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/plan.h"

#include <QtCore/QBitArray>

namespace hugger {

/// Files of a plan that are chosen together.
struct FileGroup {
    enum class What { Format, Quantisation, Other, Projector } what = What::Format;
    QString key; ///< "safetensors"; "Q4_K_M"; "mmproj F16"; the name of a file that says no quantisation
    QList<qsizetype> files; ///< places in Plan::files
    qint64 bytes = 0;
    qint64 heldBytes = 0; ///< of these, held already
};

/// What ticked files come to.
struct ChoiceTotals {
    qsizetype files = 0;
    qint64 bytes = 0;
    qint64 heldBytes = 0; ///< of these, held already in any store
    qint64 fetchBytes = 0; ///< over the network, each content once
    qint64 fetchFiles = 0;
    qint64 freeAfter = 0; ///< on the store
    qint64 lackingBytes = 0; ///< to be freed before it fits; 0 when it fits
};

/// A plan for everything, as the choices it offers: which files belong together, and what any of them come to. Does not
/// change once made, so threads may share it.
class FileChoice final {
public:
    /// Which files of the plan are wanted, by their places.
    using Ticks = QBitArray;

    explicit FileChoice(std::shared_ptr<const Plan> plan);

    [[nodiscard]] const Plan& plan() const { return *m_plan; }
    /// Formats of weights, the preferred one first; empty unless there are several to choose from.
    [[nodiscard]] const QList<FileGroup>& formats() const { return m_formats; }
    /// GGUF by quantisation, the smallest first and what goes with them last; empty unless there are several.
    [[nodiscard]] const QList<FileGroup>& quantisations() const { return m_quantisations; }
    /// The quantisations to begin with: a common one of middling size, and one projector.
    [[nodiscard]] QList<qsizetype> usualQuantisations() const;

    [[nodiscard]] Ticks everything() const { return Ticks(m_plan->files.size(), true); }
    // These weights, and all that is no weights.
    [[nodiscard]] Ticks onlyFormat(qsizetype format) const;
    [[nodiscard]] Ticks onlyQuantisations(const QList<qsizetype>& groups) const;
    /// A file, or everything below a folder; nothing ticked when there is no such path.
    [[nodiscard]] Ticks below(const QString& path) const;

    /// `volumeBytes` is the size of the store's disk, -1 when not known. What was fetched by half in another run is
    /// taken to be among what is ticked; the plan of the job itself decides.
    [[nodiscard]] ChoiceTotals totals(const Ticks& ticks, qint64 volumeBytes) const;

    // What to ask for so that exactly the ticked files come. Globs where they say it as well (`rule`), else path by
    // path. Takes its time with very many files.

    [[nodiscard]] Selection selection(const Ticks& ticks, const Selection& rule) const;
    [[nodiscard]] Selection ruleForFormat(qsizetype format) const;
    [[nodiscard]] Selection ruleForQuantisations(const QList<qsizetype>& groups) const;
    [[nodiscard]] Selection ruleForPath(const QString& path, bool isFolder) const;

private:
    void findContents();
    void findFormats();
    void findQuantisations();
    [[nodiscard]] Ticks without(const QList<FileGroup>& groups) const;
    [[nodiscard]] QStringList globsOf(const QList<qsizetype>& files, const QStringList& candidates) const;

    std::shared_ptr<const Plan> m_plan;
    QList<qsizetype> m_contents; ///< for each file, the number of its content: the same for equal ones
    qsizetype m_contentCount = 0;
    qint64 m_spokenFor = 0; ///< of the free bytes; negative when parts are there already
    QList<FileGroup> m_formats;
    QList<FileGroup> m_quantisations;
};

} // namespace hugger
