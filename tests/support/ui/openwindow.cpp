// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/openwindow.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyleFactory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

constexpr int patience = 60'000;

} // namespace

OpenWindow::OpenWindow(const QString& profileFolder)
    : m_settings(profileFolder)
    , m_engine(std::make_unique<Engine>(profileFolder))
    , m_window(std::make_unique<MainWindow>(*m_engine, m_settings, m_autostart))
{
    m_window->setConnections(&m_connections);
    QObject::connect(m_engine.get(), &Engine::rowsLoaded, m_window.get(),
                     [this](const QList<HeldRow>&, bool, bool last) { m_hasLoaded = m_hasLoaded || last; });
    QObject::connect(m_engine.get(), &Engine::jobsReset, m_window.get(),
                     [this](const QList<JobStatus>& jobs) { m_jobs = jobs; });
    QObject::connect(m_engine.get(), &Engine::jobsChanged, m_window.get(), [this](const QList<JobStatus>& jobs) {
        for (const JobStatus& status : jobs) {
            const auto at =
                std::ranges::find_if(m_jobs, [&status](const JobStatus& one) { return one.job.id == status.job.id; });
            if (at != m_jobs.end())
                *at = status;
            else
                m_jobs.append(status);
        }
    });
}

OpenWindow::~OpenWindow()
{
    close();
}

bool OpenWindow::open()
{
    m_window->show();
    std::optional<Done> outcome;
    QObject::connect(m_engine.get(), &Engine::opened, m_window.get(),
                     [&outcome](const Done& done, const QStringList&) { outcome = done; });
    m_engine->open();
    const bool isAnswered = QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience);
    QObject::disconnect(m_engine.get(), &Engine::opened, m_window.get(), nullptr);
    if (!isAnswered || !*outcome) {
        qWarning("the engine does not open: %s", qPrintable(isAnswered ? outcome->error().message : u"no answer"_s));
        return false;
    }
    return QTest::qWaitFor([this] { return m_hasLoaded; }, patience) && QTest::qWaitForWindowExposed(m_window.get());
}

void OpenWindow::close()
{
    if (m_engine->isOpen()) {
        QSignalSpy closed(m_engine.get(), &Engine::closed);
        m_engine->close();
        if (!QTest::qWaitFor([&closed] { return !closed.isEmpty(); }, patience))
            qWarning("the engine does not close");
    }
    m_window->hide();
}

QAbstractItemView& OpenWindow::table() const
{
    return *find<QAbstractItemView>(u"table"_s);
}

QLineEdit& OpenWindow::search() const
{
    return *find<QLineEdit>(u"search"_s);
}

int OpenWindow::rows() const
{
    return table().model()->rowCount();
}

int OpenWindow::rowOf(const QString& name) const
{
    const auto* model = table().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(Qt::DisplayRole).toString() == name)
            return row;
    }
    return -1;
}

void OpenWindow::choose(int row) const
{
    table().setCurrentIndex(table().model()->index(row, 0));
}

std::optional<JobStatus> OpenWindow::job(const QString& repo) const
{
    std::optional<JobStatus> newest;
    for (const JobStatus& status : m_jobs) {
        if (status.job.repo.id == repo && (!newest || newest->job.id < status.job.id))
            newest = status;
    }
    return newest;
}

void usePlainStyle()
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
    QApplication::setEffectEnabled(Qt::UI_AnimateTooltip, false);
    QApplication::setCursorFlashTime(0);
}

} // namespace hugger::test
