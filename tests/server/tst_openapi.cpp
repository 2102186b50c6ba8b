// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/serverside.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

QString accessName(ApiAccess access)
{
    switch (access) {
    case ApiAccess::Open:
        return u"open"_s;
    case ApiAccess::Client:
        return u"client"_s;
    case ApiAccess::Owner:
        return u"owner"_s;
    }
    return {};
}

/// What the description says who may ask: any of the ways it lists.
QString accessIn(const QJsonObject& operation)
{
    QStringList ways;
    for (const QJsonValue way : operation.value("security"_L1).toArray())
        ways.append(way.toObject().keys().join(u'+'));
    if (ways == QStringList{u""_s})
        return u"open"_s;
    if (ways == QStringList{u"client"_s, u"owner"_s})
        return u"client"_s;
    return ways.join(u' ');
}

} // namespace

/// The description of the API and the routes there are: neither says more than the other.
class TestOpenapi final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void describesAllRoutes();
    void namesTheParametersOfPaths();
    void describesEveryAnswer();
    void refersToWhatIsThere();
};

namespace {

QJsonObject description;

/// Every operation: method and path, what it says, and its path's own parameters.
void eachOperation(const std::function<void(const QString&, const QJsonObject&, const QJsonArray&)>& visit)
{
    const QJsonObject paths = description.value("paths"_L1).toObject();
    for (const QString& path : paths.keys()) {
        const QJsonObject item = paths.value(path).toObject();
        for (const QString& method : item.keys()) {
            if (method != "parameters"_L1)
                visit(method.toUpper() + u' ' + path, item.value(method).toObject(),
                      item.value("parameters"_L1).toArray());
        }
    }
}

QJsonObject resolved(const QJsonValue& value)
{
    const QString reference = value[u"$ref"].toString();
    if (reference.isEmpty())
        return value.toObject();
    QJsonValue at = description;
    for (const QString& step : reference.split(u'/').sliced(1))
        at = at.toObject().value(step);
    return at.toObject();
}

} // namespace

void TestOpenapi::initTestCase()
{
    Q_INIT_RESOURCE(hugger_openapi);
    QFile file(u":/hugger/openapi.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error;
    description = QJsonDocument::fromJson(file.readAll(), &error).object();
    QVERIFY2(!description.isEmpty(), qPrintable(error.errorString()));
    QCOMPARE(description.value("openapi"_L1).toString(), u"3.1.0"_s);
}

void TestOpenapi::describesAllRoutes()
{
    const QTemporaryDir folder;
    Engine engine(folder.filePath(u"profile"_s));
    ServerSide side(engine, false);
    side.begin(folder.path());
    QStringList there;
    for (const ApiRoute& route : side.routes().all())
        there.append(QString::fromLatin1(route.method) + u" /"_s + route.pattern + u' ' + accessName(route.access));
    QStringList described;
    eachOperation([&](const QString& name, const QJsonObject& operation, const QJsonArray&) {
        described.append(name + u' ' + accessIn(operation));
    });
    there.sort();
    described.sort();
    QVERIFY(there.size() > 30);
    QCOMPARE(described, there);
    side.end();
}

void TestOpenapi::namesTheParametersOfPaths()
{
    static const QRegularExpression parameter(u"\\{(\\w+)\\}"_s);
    QStringList ids;
    eachOperation([&](const QString& name, const QJsonObject& operation, const QJsonArray& shared) {
        QStringList wanted;
        for (const auto& match : parameter.globalMatch(name))
            wanted.append(match.captured(1));
        QStringList said;
        QJsonArray all = shared;
        for (const QJsonValue one : operation.value("parameters"_L1).toArray())
            all.append(one);
        for (const QJsonValue one : std::as_const(all)) {
            if (resolved(one).value("in"_L1) == "path"_L1)
                said.append(resolved(one).value("name"_L1).toString());
        }
        QVERIFY2(wanted == said, qPrintable(name));
        ids.append(operation.value("operationId"_L1).toString());
        const bool hasBody = operation.contains("requestBody"_L1);
        QVERIFY2(hasBody == name.startsWith("POST "_L1), qPrintable(name));
    });
    QCOMPARE(ids.removeDuplicates(), 0);
    QVERIFY(!ids.contains(QString()));
}

void TestOpenapi::describesEveryAnswer()
{
    eachOperation([](const QString& name, const QJsonObject& operation, const QJsonArray&) {
        const QJsonObject responses = operation.value("responses"_L1).toObject();
        // What any request may get, whatever it asks for.
        for (const auto status :
             {"400"_L1, "403"_L1, "408"_L1, "421"_L1, "429"_L1, "431"_L1, "500"_L1, "501"_L1, "503"_L1})
            QVERIFY2(responses.contains(status), qPrintable(name + u' ' + status));
        if (name.startsWith("POST "_L1)) {
            for (const auto status : {"411"_L1, "413"_L1, "415"_L1, "422"_L1})
                QVERIFY2(responses.contains(status), qPrintable(name + u' ' + status));
        }
        bool ends = false;
        for (const QString& status : responses.keys()) {
            const QJsonObject response = resolved(responses.value(status));
            const QJsonValue schema = response.value("content"_L1)[u"application/json"][u"schema"];
            QVERIFY2(schema.isObject() && !response.value("description"_L1).toString().isEmpty(),
                     qPrintable(name + u' ' + status));
            const bool isError = schema[u"$ref"].toString() == "#/components/schemas/Error"_L1;
            QVERIFY2(isError == !status.startsWith(u'2'), qPrintable(name + u' ' + status));
            QVERIFY2(response.value("headers"_L1)[u"Hugger-Api"].isObject(), qPrintable(name + u' ' + status));
            ends = ends || status.startsWith(u'2');
        }
        QVERIFY2(ends, qPrintable(name));
    });
}

void TestOpenapi::refersToWhatIsThere()
{
    const QString text = QString::fromUtf8(QJsonDocument(description).toJson());
    static const QRegularExpression reference(u"\"(#/[^\"]+)\""_s);
    int found = 0;
    for (const auto& match : reference.globalMatch(text)) {
        const QJsonObject meant = resolved(QJsonObject{{u"$ref"_s, match.captured(1)}});
        QVERIFY2(!meant.isEmpty(), qPrintable(match.captured(1)));
        ++found;
    }
    QVERIFY(found > 100);
}

QTEST_GUILESS_MAIN(TestOpenapi)
#include "tst_openapi.moc"
