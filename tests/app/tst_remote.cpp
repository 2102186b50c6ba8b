// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/remote.h"
#include "app/server/apijson.h"
#include "app/server/clients.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestRemote final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void provesAsTheServerDoes();
    void kindsOfErrors_data();
    void kindsOfErrors();
    void answersThatMeanNothing();
    void jobsComeBackAsTheyWent();
    void jobsOfNonsense();
    void eventsComeBackAsTheyWent();
    void saysWhyItMustBeAlone();
};

void TestRemote::provesAsTheServerDoes()
{
    const QTemporaryDir folder;
    const Clients clients(folder.path());
    const QByteArray challenge(32, 'c');
    QCOMPARE(ownerProof(clients.ownerToken(), 4847, challenge), clients.proof(u"owner"_s, "4847\n" + challenge));
    QCOMPARE_NE(ownerProof(clients.ownerToken(), 4847, challenge + 'c'),
                clients.proof(u"owner"_s, "4847\n" + challenge));
    QCOMPARE_NE(ownerProof(clients.ownerToken(), 4848, challenge), clients.proof(u"owner"_s, "4847\n" + challenge));
    QCOMPARE_NE(ownerProof("another", 4847, challenge), clients.proof(u"owner"_s, "4847\n" + challenge));
}

void TestRemote::kindsOfErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exit");
    QTest::newRow("held") << 404 << u"not_held"_s << 9;
    QTest::newRow("trash") << 404 << u"no_such_trash"_s << 9;
    QTest::newRow("store") << 422 << u"no_such_store"_s << 9;
    QTest::newRow("job") << 404 << u"no_such_job"_s << 3;
    QTest::newRow("repo") << 404 << u"repo_not_found"_s << 3;
    QTest::newRow("field") << 422 << u"bad_field"_s << 2;
    QTest::newRow("last copy") << 409 << u"last_copy"_s << 2;
    QTest::newRow("token") << 401 << u"token_refused"_s << 4;
    QTest::newRow("gate") << 403 << u"not_allowed"_s << 4;
    QTest::newRow("network") << 502 << u"timeout"_s << 5;
    QTest::newRow("disk") << 507 << u"disk_full"_s << 7;
    QTest::newRow("closing") << 503 << u"closing"_s << 8;
    QTest::newRow("failed") << 500 << u"failed"_s << 1;
}

void TestRemote::kindsOfErrors()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const int, exit);
    const ApiAnswer answer = ApiAnswer::refuse(status, code, u"A sentence."_s, u"more"_s);
    const Error error = errorOfAnswer(status, answer.json);
    QCOMPARE(error.code, code);
    QCOMPARE(error.message, u"A sentence."_s);
    QCOMPARE(error.detail, u"more"_s);
    QCOMPARE(exitCode(error.kind), exit);
}

void TestRemote::answersThatMeanNothing()
{
    for (const QJsonObject& json : {QJsonObject{}, QJsonObject{{u"error"_s, u"text"_s}},
                                    QJsonObject{{u"error"_s, QJsonObject{{u"code"_s, 5}}}}}) {
        const Error error = errorOfAnswer(500, json);
        QCOMPARE(error.code, u"bad_answer"_s);
        QVERIFY(error.message.contains(u"500"_s));
    }
}

void TestRemote::jobsComeBackAsTheyWent()
{
    JobStatus status;
    Job& job = status.job;
    job.id = 7;
    job.type = JobType::Verify;
    job.repo = *RepoId::make(RepoKind::Dataset, u"acme/weather"_s);
    job.revision = u"2025"_s;
    job.commit = QByteArray(40, 'a');
    job.state = JobState::Finishing;
    job.wait = JobWait::Space;
    job.bytesDone = 5'000'000'000;
    job.bytesTotal = 9'000'000'000;
    job.filesDone = 3;
    job.filesTotal = 4;
    status.rate = 1024;
    status.eta = 60;
    status.fetchedBytes = 6'000'000'000;
    const QJsonObject json = jobJson(status, true);
    QCOMPARE(jobJson(jobOfJson(json), true), json);
    for (const JobState state : {JobState::Queued, JobState::Planning, JobState::Running, JobState::Completed,
                                 JobState::Failed, JobState::Cancelled}) {
        job.state = state;
        QCOMPARE(jobOfJson(jobJson(status, true)).job.state, state);
    }
    job.state = JobState::Queued;
    job.wantPaused = true;
    QCOMPARE(jobOfJson(jobJson(status, true)).job.wait, JobWait::Paused);
}

void TestRemote::eventsComeBackAsTheyWent()
{
    Event event{7,
                u"renamed"_s,
                *RepoId::make(RepoKind::Space, u"acme/demo"_s),
                QByteArray(40, 'a'),
                u"2026-11-21T20:00:00Z"_s,
                u"It is called acme/show now."_s};
    QCOMPARE(eventJson(eventOfJson(eventJson(event))), eventJson(event));
    event.commit.clear();
    QCOMPARE(eventJson(eventOfJson(eventJson(event))), eventJson(event));
    const Event nothing = eventOfJson({{u"id"_s, u"7"_s}, {u"commit"_s, 5}, {u"kind"_s, u"cake"_s}});
    QCOMPARE(nothing.id, 0);
    QCOMPARE(nothing.commit, QByteArray());
}

void TestRemote::jobsOfNonsense()
{
    const JobStatus status = jobOfJson({{u"id"_s, u"7"_s}, {u"state"_s, 7}, {u"bytes_done"_s, QJsonValue::Null}});
    QCOMPARE(status.job.id, 0);
    QCOMPARE(status.job.state, JobState::Queued);
    QCOMPARE(status.job.bytesDone, 0);
    QCOMPARE(status.eta, -1);
}

void TestRemote::saysWhyItMustBeAlone()
{
    const Error busy{ErrorKind::Busy, u"profile_busy"_s, u"It is busy."_s, {}, Retry::NeedsUser};
    QCOMPARE(needsProfileAlone(busy, u"This"_s).message, u"It is busy. This needs the profile for itself."_s);
    const Error other{ErrorKind::Disk, u"disk_full"_s, u"It is full."_s, {}, Retry::NeedsUser};
    QCOMPARE(needsProfileAlone(other, u"This"_s), other);
}

QTEST_GUILESS_MAIN(TestRemote)
#include "tst_remote.moc"
