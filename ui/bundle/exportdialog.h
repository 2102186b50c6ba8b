// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hugger {

class MessageBar;
class QuietLabel;
class WindowSettings;

/// Where to, as what and how much of it: asks before snapshots are written into a bundle, and says what it will be.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    /// `settings` remember the folder and the format. Asks the engine at once.
    ExportDialog(Engine& engine, WindowSettings& settings, const QList<HeldRow>& rows, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What the engine answers.
    void setLook(const ExportLook& look);
    void showError(const Error& error);

    [[nodiscard]] ExportWish wish() const; ///< as the fields say; the snapshots are the engine's to fill in

    /// "org-name-8f3c21e4", "hugger-3-snapshots-2026-11-03": a name for the file, without ending.
    [[nodiscard]] static QString nameFor(const QList<HeldRow>& rows, const QDate& day);

Q_SIGNALS:
    void exportStarted(qint64 job); ///< it is a job of the queue now

protected:
    bool event(QEvent* event) override;

private:
    void build();
    void fillChoices();
    void restore();
    void takeFormat();
    void takeTyped();
    void update();
    void weigh();
    void browse();
    void chooseList();
    void start();
    void sayItDoesNotFit(const ExportLook& look);
    void sayTrouble(const Error& error, bool canRetry);
    [[nodiscard]] BundleFormat format() const;
    [[nodiscard]] QString target() const;
    [[nodiscard]] QString missing() const; ///< what is still to be filled in: a sentence; empty: nothing

    Engine& m_engine;
    WindowSettings& m_settings;
    QList<HeldRow> m_rows;
    QString m_name;
    std::optional<ExportLook> m_look;
    int m_asked = 0; ///< outdated answers are dropped
    bool m_isBusy = false;
    QTimer m_weigh;

    QLabel* m_title; ///< objectName "exportTitle"
    MessageBar* m_bar; ///< objectName "exportBar"
    QFormLayout* m_form;
    QComboBox* m_format; ///< objectName "exportFormat"
    QuietLabel* m_formatHint;
    QLineEdit* m_target; ///< objectName "exportTarget"
    QPushButton* m_browse;
    QComboBox* m_split; ///< objectName "exportSplit"
    QDoubleSpinBox* m_gigabytes; ///< objectName "exportGigabytes"
    QuietLabel* m_splitHint;
    QWidget* m_splitRow;
    QCheckBox* m_differs; ///< objectName "exportDiffers"
    QLineEdit* m_since; ///< objectName "exportSince"
    QPushButton* m_choose;
    QWidget* m_sinceRow;
    QuietLabel* m_sinceHint;
    QLabel* m_totals; ///< objectName "exportTotals"
    QPushButton* m_export; ///< objectName "exportButton"
};

} // namespace hugger
