// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/finding.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace hugger {

/// "apache-2.0", "llama3 (Llama 3 Community License)", "not stated".
[[nodiscard]] QString licenseLine(const LicenseFacts& license);
/// What changed, in a sentence: what the license was and is, and whether that is stricter.
[[nodiscard]] QString licenseChangeText(const LicenseChange& change);

/// A license before and after: what the card says, and what differs in the files that say it.
class LicenseView final : public QWidget {
    Q_OBJECT

public:
    explicit LicenseView(QWidget* parent = nullptr);

    void setChange(const LicenseChange& change);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showText();

    LicenseChange m_change;
    QGridLayout* m_fields;
    QLabel* m_noText;
    QComboBox* m_files; ///< objectName "licenseFiles"
    QPlainTextEdit* m_diff; ///< objectName "licenseDiff"
};

} // namespace hugger
