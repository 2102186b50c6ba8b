// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/facts.h"

#include "ui/widgets/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString words(const char* text, int n = -1)
{
    return QCoreApplication::translate("hugger", text, nullptr, n);
}

/// A second sentence of what is said about upstream.
QString copyText(const HeldRow& row)
{
    const QString date = fullDateText(row.verifiedAt);
    if (row.isComplete) {
        return row.verifiedAt > 0
            ? words(QT_TRANSLATE_NOOP("hugger", "Your copy is complete and was verified on %1.")).arg(date)
            : words(QT_TRANSLATE_NOOP("hugger", "Your copy is complete; it has not been verified."));
    }
    const int files = static_cast<int>(row.files);
    return row.verifiedAt > 0
        ? words(QT_TRANSLATE_N_NOOP("hugger", "Your copy has %Ln of its files and was verified on %1."), files)
              .arg(date)
        : words(QT_TRANSLATE_N_NOOP("hugger", "Your copy has %Ln of its files; it has not been verified."), files);
}

QString both(const QString& first, const QString& second)
{
    //: two whole sentences, one after the other
    return words(QT_TRANSLATE_NOOP("hugger", "%1 %2")).arg(first, second);
}

Message damageNews(const HeldRow& row)
{
    const QString what =
        words(QT_TRANSLATE_N_NOOP("hugger", "%Ln files are damaged or missing."), static_cast<int>(row.damaged));
    const QString next = row.upstream == "gone"_L1
        ? words(
              QT_TRANSLATE_NOOP("hugger", "Repair asks the Hub for them again, but the Hub no longer shows this repo."))
        : words(QT_TRANSLATE_NOOP("hugger", "Repair fetches them again; everything else stays as it is."));
    return {.tint = Tint::Wrong, .text = both(what, next), .detail = {}, .step = NextStep::Repair};
}

} // namespace

QString heldText(const SnapshotDetails& details)
{
    const HeldRow& row = details.row;
    const qint64 listed = std::max(details.record.listedFiles, row.files);
    if (!row.isComplete && listed == row.files) // the store is not there to say how many there are
        return words(QT_TRANSLATE_NOOP("hugger", "%1 files, %2; others are not held"))
            .arg(countText(row.files), sizeText(row.bytes));
    if (row.isComplete)
        return words(QT_TRANSLATE_NOOP("hugger", "%1 of %2 files, %3"))
            .arg(countText(row.files), countText(listed), sizeText(row.bytes));
    return words(QT_TRANSLATE_NOOP("hugger", "%1 of %2 files, %3 of %4"))
        .arg(countText(row.files), countText(listed), sizeText(row.bytes), sizeText(details.record.listedBytes));
}

QString provedText(const HeldRow& row)
{
    if (row.damaged > 0)
        return words(QT_TRANSLATE_N_NOOP("hugger", "No: %Ln files are damaged or missing"),
                     static_cast<int>(row.damaged));
    if (row.verifiedAt == 0)
        return words(QT_TRANSLATE_NOOP("hugger", "Not since it was changed; Verify reads every file"));
    return words(QT_TRANSLATE_NOOP("hugger", "%1, SHA-256, all files")).arg(fullDateText(row.verifiedAt));
}

QString licenseText(const Record& record)
{
    if (!record.license.ids.isEmpty())
        return plainLine(record.license.ids.join(u", "_s));
    return record.license.name.isEmpty() ? words(QT_TRANSLATE_NOOP("hugger", "Not stated"))
                                         : plainLine(record.license.name);
}

QString gatingText(Gating gating)
{
    switch (gating) {
    case Gating::No:
        return words(QT_TRANSLATE_NOOP("hugger", "Not gated when captured"));
    case Gating::Auto:
        return words(QT_TRANSLATE_NOOP("hugger", "Gated when captured: terms had to be accepted"));
    case Gating::Manual:
        break;
    }
    return words(QT_TRANSLATE_NOOP("hugger", "Gated when captured: access was given by hand"));
}

Message newsOf(const SnapshotDetails& details)
{
    const HeldRow& row = details.row;
    if (row.damaged > 0)
        return damageNews(row);
    const auto news = [&row](Tint tint, const char* text) {
        QString said = both(words(text), copyText(row));
        if (!row.lastCopy.isEmpty())
            said = both(said, words(QT_TRANSLATE_NOOP("hugger", "It is protected from removal.")));
        return Message{.tint = tint, .text = said, .detail = {}};
    };
    if (row.upstream == "gone"_L1)
        return news(Tint::Wrong, QT_TRANSLATE_NOOP("hugger", "The Hub says this repo no longer exists or is private."));
    if (row.upstream == "disabled"_L1)
        return news(Tint::Wrong, QT_TRANSLATE_NOOP("hugger", "The Hub has disabled this repo."));
    if (row.upstream == "license_changed"_L1) {
        const QString said =
            words(QT_TRANSLATE_NOOP("hugger", "The license changed upstream. Your copy was captured under: %1."))
                .arg(licenseText(details.record));
        return {.tint = Tint::Attention,
                .text = row.lastCopy.isEmpty() ? said : both(said, lastCopyText(row.lastCopy)),
                .detail = {}};
    }
    if (row.upstream == "gated"_L1)
        return news(Tint::Attention,
                    QT_TRANSLATE_NOOP("hugger", "The Hub now asks for its terms to be accepted first."));
    if (row.upstream == "renamed"_L1)
        return news(Tint::Attention, QT_TRANSLATE_NOOP("hugger", "This repo has another name on the Hub now."));
    if (row.upstream == "newer"_L1)
        return news(Tint::Plain, QT_TRANSLATE_NOOP("hugger", "There is a newer version upstream."));
    if (!row.lastCopy.isEmpty())
        return {.tint = Tint::Attention, .text = both(lastCopyText(row.lastCopy), copyText(row)), .detail = {}};
    return {};
}

} // namespace hugger
