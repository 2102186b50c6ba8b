// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Part of every test program that is built with thread checks. The distribution's Qt is not, so ThreadSanitizer does
// not see how Qt hands work from one thread to another and takes every such hand-over for a race. These stand between
// our code and Qt and say it: what was done before work was posted happens before the work. Unprotected data that two
// threads touch at the same time is still found.

#include <QtCore/QCoreApplication>
#include <QtCore/QFutureInterface>
#include <QtCore/QRunnable>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

char handOver; // its address stands for every hand-over

void release()
{
    __tsan_release(&handOver);
}

void acquire()
{
    __tsan_acquire(&handOver);
}

class Annotated final : public QRunnable {
public:
    explicit Annotated(QRunnable* work)
        : m_work(work)
    {
    }

    void run() override
    {
        acquire();
        const bool owned = m_work->autoDelete();
        m_work->run();
        if (owned)
            delete m_work;
        release();
    }

private:
    QRunnable* m_work;
};

bool beforeEvent(void**)
{
    acquire();
    return false;
}

void watchEvents()
{
    QInternal::registerCallback(QInternal::EventNotifyCallback, beforeEvent);
}
Q_COREAPP_STARTUP_FUNCTION(watchEvents)

template<typename Function> Function* original(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

} // namespace

// The mangled names of functions of Qt, with `this` as the first argument.
#define INTERPOSE extern "C" __attribute__((visibility("default")))

INTERPOSE void _ZN11QThreadPool5startEP9QRunnablei(QThreadPool* pool, QRunnable* work, int priority)
{
    static auto* const start = original<void(QThreadPool*, QRunnable*, int)>(__func__);
    auto* const annotated = new Annotated(work);
    release();
    start(pool, annotated, priority);
}

INTERPOSE void _ZN20QFutureInterfaceBase14reportFinishedEv(QFutureInterfaceBase* future)
{
    static auto* const reportFinished = original<void(QFutureInterfaceBase*)>(__func__);
    release();
    reportFinished(future);
}

INTERPOSE void _ZN20QFutureInterfaceBase13waitForResultEi(QFutureInterfaceBase* future, int index)
{
    static auto* const waitForResult = original<void(QFutureInterfaceBase*, int)>(__func__);
    waitForResult(future, index);
    acquire();
}

INTERPOSE bool _ZNK20QFutureInterfaceBase6derefTEv(const QFutureInterfaceBase* future)
{
    static auto* const derefT = original<bool(const QFutureInterfaceBase*)>(__func__);
    release();
    const bool stillUsed = derefT(future);
    acquire();
    return stillUsed;
}

INTERPOSE bool
_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeExPKPKvPKPKcPKPKNS2_18QMetaTypeInterfaceE(
    QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, qsizetype count,
    const void* const* parameters, const char* const* names, const QtPrivate::QMetaTypeInterface* const* metaTypes)
{
    static auto* const invoke =
        original<bool(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, qsizetype, const void* const*,
                      const char* const*, const QtPrivate::QMetaTypeInterface* const*)>(__func__);
    release();
    return invoke(object, slot, type, count, parameters, names, metaTypes);
}

/// What a thread that has ended left behind: posted events, too, that nobody will ever take.
INTERPOSE bool _ZN7QThread4waitE14QDeadlineTimer(QThread* thread, QDeadlineTimer deadline)
{
    static auto* const wait = original<bool(QThread*, QDeadlineTimer)>(__func__);
    const bool ended = wait(thread, deadline);
    acquire();
    return ended;
}
