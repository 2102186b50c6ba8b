// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "base/hash.h"
#include "store/hubview.h"
#include "store/record.h"
#include "store/store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <atomic>

#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto& okResult = (expression);                                                                           \
        QVERIFY2(okResult.has_value(),                                                                                 \
                 qPrintable(okResult ? QString() : okResult.error().message + u" | "_s + okResult.error().detail));    \
    } while (false)

#define COMPARE_CODE(expression, expected)                                                                             \
    do {                                                                                                               \
        const auto& codeResult = (expression);                                                                         \
        QCOMPARE(codeResult ? u"no error"_s : codeResult.error().code, expected);                                      \
    } while (false)

using namespace Qt::StringLiterals;

namespace hugger::test {

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "(unreadable: " + path.toUtf8() + ')';
}

/// A part file as the fetch room leaves one.
inline Arrival arrivalOf(const Store& store, const QByteArray& bytes)
{
    static std::atomic<int> counter = 0;
    const QString part = store.incomingFolder() + u"/%1.part"_s.arg(counter.fetch_add(1));
    writeFile(part, bytes);
    return {part, sha256Hex(bytes), bytes.size()};
}

/// What a record says about these bytes. An LFS file's git hash is that of its pointer: any other one will do.
inline HeldFile fileOf(const QString& path, const QByteArray& bytes, bool lfs = false)
{
    return {path,
            bytes.size(),
            sha256Hex(bytes),
            lfs ? gitBlobSha1Hex(QByteArray("pointer to " + bytes)) : gitBlobSha1Hex(bytes),
            lfs,
            {}};
}

inline Record recordOf(const QString& id, const QByteArray& commit, const QList<HeldFile>& files)
{
    Record record;
    record.repo = {RepoKind::Model, id};
    record.commit = commit;
    record.revision = u"main"_s;
    record.refs = {u"main"_s};
    record.endpoint = u"http://127.0.0.1:1"_s;
    record.capturedAt = u"2026-11-20T21:30:23Z"_s;
    record.updatedAt = record.capturedAt;
    record.files = files;
    std::ranges::sort(record.files, {}, &HeldFile::path);
    record.listedFiles = files.size();
    record.listedBytes = record.bytes();
    return record;
}

inline QByteArray commitOf(char digit)
{
    return QByteArray(40, digit);
}

/// Admits contents and answers with the files of a record.
inline Expected<QList<HeldFile>> hold(const Store& store, const QList<std::pair<QString, QByteArray>>& contents,
                                      bool lfs = false)
{
    QList<Arrival> arrivals;
    QList<HeldFile> files;
    for (const auto& [path, bytes] : contents) {
        arrivals.append(arrivalOf(store, bytes));
        files.append(fileOf(path, bytes, lfs));
    }
    if (const auto ok = store.admit(arrivals); !ok)
        return std::unexpected(ok.error());
    return files;
}

struct Ran {
    int exitCode = -1;
    bool crashed = false;
    QByteArray out;
    QByteArray err;
};

inline Ran run(const QString& program, const QStringList& arguments, const QString& folder,
               const QStringList& environment = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return {process.exitCode(), process.exitStatus() == QProcess::CrashExit, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace hugger::test
