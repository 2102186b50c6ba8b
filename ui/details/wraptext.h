// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QTextEdit>

namespace hugger {

/// Plain text to select and copy, as high as it needs to be. Unlike a label it breaks names and hashes that have no
/// spaces.
class WrapText final : public QTextEdit {
    Q_OBJECT

public:
    explicit WrapText(QWidget* parent = nullptr);

    void setWords(const QString& words);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void align();
    [[nodiscard]] QSizeF laidOut(qreal width) const;
};

} // namespace hugger
