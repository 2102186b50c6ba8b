// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtCore/QSet>
#include <QtGui/QAction>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include "ui/widgets/chiplabel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/huggerstyle.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/windowsettings.h"

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

QStringList iconNames()
{
    return u"add pause resume pause-all resume-all cancel retry remove restore verify repair search settings folder "
           u"copy "
           "link external filter model dataset space store store-unplugged all fetching newer gone attention card "
           "files "
           "revisions events license notes close more key network bell appearance language up down quit info check file"_s
               .split(u' ');
}

int colorsIn(const QImage& image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    }
    return static_cast<int>(colors.size());
}

QStandardItem* cell(const QString& text, std::initializer_list<std::pair<int, QVariant>> data = {})
{
    auto* const item = new QStandardItem(text);
    for (const auto& [role, value] : data)
        item->setData(value, role);
    return item;
}

QVariant curve()
{
    return QVariant::fromValue(QList<double>{1, 3, 4, 3.5, 5, 4.8, 5.5, 4.6, 6, 5.8, 6.2, 5.9, 6.1});
}

/// A table with every delegate in every state.
QTableView* table(QWidget* parent)
{
    auto* const view = new QTableView(parent);
    auto* const model = new QStandardItemModel(view);
    const auto tint = [](Tint value) { return std::pair<int, QVariant>(TintRole, static_cast<int>(value)); };
    model->appendRow({cell(u"acme/Orion-7B-Instruct"_s, {{SecondLineRole, u"main · 8f3c21e · 12 files"_s}}),
                      cell(u"verified 12 Nov"_s, {tint(Tint::Good), {SignRole, u"✓"_s}}),
                      cell(u"license changed"_s, {tint(Tint::Attention)}),
                      cell(u"88.1 MB/s"_s, {{SamplesRole, curve()}})});
    model->appendRow({cell(u"acme/Orion-70B"_s, {{SecondLineRole, u"main · 1d09b7a · 30 files"_s}}),
                      cell(u""_s, {{ProgressRole, 0.42}}), cell(u"current"_s, {tint(Tint::Plain)}),
                      cell(u"4.3 MB/s"_s, {{SamplesRole, curve()}})});
    model->appendRow({cell(u"a-very-long-organisation-name/and-a-name-longer-than-any-column-Q4_K_M"_s,
                           {{SecondLineRole, u"a second line that is longer than its column, too, by far"_s}}),
                      cell(u"59.6 of 141 GB"_s, {{ProgressRole, 0.8}, {PausedRole, true}}),
                      cell(u"a chip that does not fit at all"_s, {tint(Tint::Attention)}), cell(u""_s)});
    model->appendRow({cell(u"halcyon/voice-base"_s), cell(u"1 file damaged"_s, {tint(Tint::Wrong), {SignRole, u"!"_s}}),
                      cell(u"gone: last copy?"_s, {tint(Tint::Wrong), {SignRole, u"!"_s}}), cell(u"0 bytes/s"_s)});
    view->setModel(model);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setItemDelegateForColumn(0, new TwoLineDelegate(view));
    view->setItemDelegateForColumn(1, new ChipDelegate(view));
    view->setItemDelegateForColumn(2, new ChipDelegate(view));
    view->setItemDelegateForColumn(3, new RateDelegate(view));
    view->verticalHeader()->hide();
    view->resizeColumnsToContents();
    view->resizeRowsToContents();
    view->setColumnWidth(0, 30 * view->fontMetrics().averageCharWidth());
    view->setColumnWidth(2, 18 * view->fontMetrics().averageCharWidth());
    view->selectRow(0);
    return view;
}

} // namespace

class TestWidgetPaint final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }
    void cleanup()
    {
        applyScheme(WindowSettings::Scheme::Light);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void icons()
    {
        for (const QString& name : iconNames()) {
            const QIcon icon = themedIcon(name);
            QVERIFY2(!icon.isNull(), qPrintable(name));
            const QPixmap sharp = icon.pixmap(QSize(16, 16), 2.0);
            QCOMPARE(sharp.size(), QSize(32, 32));
            QCOMPARE(sharp.deviceIndependentSize(), QSizeF(16, 16));
            QVERIFY2(colorsIn(icon.pixmap(QSize(16, 16), 1.0).toImage()) > 2, qPrintable(name));
        }
        QVERIFY(themedIcon(u"no-such-icon"_s).isNull());
        QVERIFY(!appIcon().pixmap(64, 64).isNull());
    }

    void iconsFollowThePalette()
    {
        const QIcon icon = themedIcon(u"pause"_s);
        const auto brightest = [&icon](QIcon::Mode mode) {
            const QImage image = icon.pixmap(QSize(64, 64), 1.0, mode).toImage();
            return image.pixelColor(24, 32);
        };
        applyScheme(WindowSettings::Scheme::Light);
        QCOMPARE(brightest(QIcon::Normal).rgb(), QGuiApplication::palette().color(QPalette::WindowText).rgb());
        applyScheme(WindowSettings::Scheme::Dark);
        QCOMPARE(brightest(QIcon::Normal).rgb(), QGuiApplication::palette().color(QPalette::WindowText).rgb());
        QVERIFY(brightest(QIcon::Normal).lightness() > 128);
        QCOMPARE(brightest(QIcon::Selected).rgb(), QGuiApplication::palette().color(QPalette::HighlightedText).rgb());
        QVERIFY(brightest(QIcon::Disabled) != brightest(QIcon::Normal));
    }

    void trayIcons()
    {
        const QImage plain = trayIcon({}).pixmap(QSize(32, 32), 1.0).toImage();
        const QImage half = trayIcon({.progress = 0.5}).pixmap(QSize(32, 32), 1.0).toImage();
        const QImage most = trayIcon({.progress = 0.9}).pixmap(QSize(32, 32), 1.0).toImage();
        const QImage dot = trayIcon({.needsUser = true}).pixmap(QSize(32, 32), 1.0).toImage();
        const QImage paused = trayIcon({.paused = true}).pixmap(QSize(32, 32), 1.0).toImage();
        QVERIFY(plain != half && half != most && plain != dot && plain != paused);
        QVERIFY(dot.pixelColor(25, 25).red() > 200);
    }

    void delegates_data()
    {
        QTest::addColumn<WindowSettings::Scheme>("scheme");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("scale");
        for (const WindowSettings::Scheme scheme : {WindowSettings::Scheme::Light, WindowSettings::Scheme::Dark}) {
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                for (const int scale : {1, 2}) {
                    QTest::addRow("%s, %s, %dx", scheme == WindowSettings::Scheme::Light ? "light" : "dark",
                                  direction == Qt::LeftToRight ? "ltr" : "rtl", scale)
                        << scheme << direction << scale;
                }
            }
        }
    }

    void delegates()
    {
        QFETCH(const WindowSettings::Scheme, scheme);
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, scale);
        applyScheme(scheme);
        QGuiApplication::setLayoutDirection(direction);
        QWidget window;
        QTableView* const view = table(&window);
        window.show();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QModelIndex index = view->model()->index(row, column);
                const bool isEmpty = index.data().toString().isEmpty() && !index.data(ProgressRole).isValid();
                QStyleOptionViewItem option;
                option.initFrom(view);
                option.state |= QStyle::State_Enabled | QStyle::State_Active;
                if (row == 0)
                    option.state |= QStyle::State_Selected;
                option.widget = view;
                option.direction = direction;
                const QSize hint = view->itemDelegateForIndex(index)->sizeHint(option, index);
                option.rect = QRect(QPoint(0, 0), hint);
                QImage image(hint * scale, QImage::Format_ARGB32_Premultiplied);
                image.setDevicePixelRatio(scale);
                image.fill(option.palette.color(QPalette::Base));
                QPainter painter(&image);
                view->itemDelegateForIndex(index)->paint(&painter, option, index);
                painter.end();
                QVERIFY2(isEmpty ? colorsIn(image) == 1 : colorsIn(image) > 4,
                         qPrintable(u"%1 %2: %3 colours"_s.arg(row).arg(column).arg(colorsIn(image))));
                // Nothing reaches the edges where the delegate itself says how large it is.
                for (int y = 1; y < image.height(); ++y) {
                    QCOMPARE(image.pixel(0, y), image.pixel(0, y - 1));
                    QCOMPARE(image.pixel(image.width() - 1, y), image.pixel(image.width() - 1, y - 1));
                }
            }
        }
    }

    void ticksAreSeen_data()
    {
        QTest::addColumn<WindowSettings::Scheme>("scheme");
        QTest::addColumn<QStyle::PrimitiveElement>("element");
        QTest::addColumn<int>("scale");
        for (const WindowSettings::Scheme scheme : {WindowSettings::Scheme::Light, WindowSettings::Scheme::Dark}) {
            const char* const tone = scheme == WindowSettings::Scheme::Light ? "light" : "dark";
            for (const int scale : {1, 2}) {
                QTest::addRow("box, %s, %dx", tone, scale) << scheme << QStyle::PE_IndicatorCheckBox << scale;
                QTest::addRow("circle, %s, %dx", tone, scale) << scheme << QStyle::PE_IndicatorRadioButton << scale;
                QTest::addRow("cell, %s, %dx", tone, scale) << scheme << QStyle::PE_IndicatorItemViewItemCheck << scale;
            }
        }
    }

    void ticksAreSeen()
    {
        QFETCH(const WindowSettings::Scheme, scheme);
        QFETCH(const QStyle::PrimitiveElement, element);
        QFETCH(const int, scale);
        applyScheme(scheme);
        QVERIFY(dynamic_cast<HuggerStyle*>(QApplication::style()));
        const QStyle& style = *QApplication::style();
        const bool isCell = element == QStyle::PE_IndicatorItemViewItemCheck;
        const QSize size(style.pixelMetric(QStyle::PM_IndicatorWidth), style.pixelMetric(QStyle::PM_IndicatorHeight));
        const auto paint = [&](QStyle::State state, QPalette::ColorRole ground) {
            QStyleOptionButton button;
            QStyleOptionViewItem cell;
            QStyleOption& option = isCell ? static_cast<QStyleOption&>(cell) : button;
            option.rect = QRect(QPoint(0, 0), size);
            option.state = state;
            option.palette = QGuiApplication::palette();
            option.palette.setCurrentColorGroup(state.testFlag(QStyle::State_Enabled) ? QPalette::Active
                                                                                      : QPalette::Disabled);
            QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(scale);
            image.fill(option.palette.color(ground));
            QPainter painter(&image);
            style.drawPrimitive(element, &option, &painter);
            return image;
        };
        for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window}) {
            const QColor behind = QGuiApplication::palette().color(ground);
            const QImage empty = paint(QStyle::State_Enabled | QStyle::State_Off, ground);
            const int middle = empty.height() / 2;
            // The outline, from the left and from the right.
            for (const bool fromLeft : {true, false}) {
                double best = 1;
                for (int x = 0; x < empty.width() / 3; ++x) {
                    const QColor pixel = empty.pixelColor(fromLeft ? x : empty.width() - 1 - x, middle);
                    best = std::max(best, contrast(pixel, behind));
                }
                QCOMPARE_GE(best, 3.0);
            }
            const QImage ticked = paint(QStyle::State_Enabled | QStyle::State_On, ground);
            QVERIFY(contrast(ticked.pixelColor(middle, middle), empty.pixelColor(middle, middle)) >= 3
                    || colorsIn(ticked) > colorsIn(empty));
            if (element != QStyle::PE_IndicatorRadioButton)
                QVERIFY(paint(QStyle::State_Enabled | QStyle::State_NoChange, ground) != ticked);
            QVERIFY(paint(QStyle::State_Off, ground) != empty);
        }
    }

    void titlesBeginWhereCellsDo_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("ltr") << Qt::LeftToRight;
        QTest::newRow("rtl") << Qt::RightToLeft;
    }

    void titlesBeginWhereCellsDo()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        applyScheme(WindowSettings::Scheme::Light);
        QGuiApplication::setLayoutDirection(direction);
        // A letter that is ink all over, so that the ink begins where the text begins.
        const QString block(QChar(0x2588));
        QStandardItemModel model;
        model.appendRow({cell(block), cell(block)});
        model.setHorizontalHeaderLabels({block, block});
        QTreeView view;
        view.setModel(&model);
        view.setRootIsDecorated(false);
        view.setFrameShape(QFrame::NoFrame);
        view.header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        view.setItemDelegateForColumn(1, new TwoLineDelegate(&view));
        view.resize(400, 100);
        view.show();
        const auto begin = [&](const QImage& image, const QRect& room) {
            for (int step = 0; step < room.width(); ++step) {
                const int x = direction == Qt::LeftToRight ? room.left() + step : room.right() - step;
                if (image.pixelColor(x, room.center().y()).lightness() < 100)
                    return step;
            }
            return -1;
        };
        const QImage titles = view.header()->viewport()->grab().toImage();
        const QImage cells = view.viewport()->grab().toImage();
        for (const int column : {0, 1}) {
            const QRect title(view.header()->sectionViewportPosition(column), 0, view.header()->sectionSize(column),
                              titles.height());
            const int first = begin(titles, title);
            QCOMPARE_GT(first, 0);
            QCOMPARE_LE(std::abs(begin(cells, view.visualRect(model.index(0, column))) - first), 1);
        }
    }

    void tooltipsOfWhatIsElided()
    {
        QWidget window;
        QTableView* const view = table(&window);
        new ElidedTooltips(view);
        view->resize(600, 300);
        window.show();
        const auto tooltip = [view](int row) {
            QToolTip::hideText();
            const QPoint at = view->visualRect(view->model()->index(row, 0)).center();
            QHelpEvent event(QEvent::ToolTip, at, view->viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(view->viewport(), &event);
            return QToolTip::text();
        };
        QVERIFY(tooltip(3).isEmpty());
        const QString text = tooltip(2);
        QVERIFY(text.contains(u"and-a-name-longer-than-any-column"_s));
        QVERIFY(text.contains(u"a second line"_s));
    }

    void chipLabel()
    {
        ChipLabel label;
        QCOMPARE(label.sizeHint(), QSize(0, 0));
        label.setChip({u"gated"_s, Tint::Attention, {}});
        QCOMPARE(label.accessibleName(), u"gated"_s);
        QVERIFY(label.sizeHint().width() > label.fontMetrics().horizontalAdvance(u"gated"_s) / 2);
        QVERIFY(colorsIn(label.grab().toImage()) > 4);
    }

    void messageTextIsNotClipped()
    {
        QWidget window;
        auto* const column = new QVBoxLayout(&window);
        auto* const bar = new MessageBar(&window);
        column->addWidget(bar);
        column->addStretch();
        bar->say(
            {.tint = Tint::Attention,
             .text =
                 u"The Hub says this repo no longer exists or is private. Your copy is complete and was verified on 2 Nov."_s,
             .detail = u"404"_s,
             .step = NextStep::Retry,
             .other = NextStep::NetworkSettings});
        window.show();
        for (const int width : {240, 300, 500, 900}) {
            window.resize(width, 400);
            QTRY_COMPARE(bar->width(), column->contentsRect().width());
            QTRY_COMPARE(bar->height(), bar->heightForWidth(bar->width()));
            QCOMPARE_LE(window.minimumSizeHint().width(), width);
            const auto parts = bar->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
            for (const QWidget* const part : parts) {
                QVERIFY(bar->rect().contains(part->geometry()));
                for (const QWidget* const other : parts)
                    QVERIFY(part == other || !part->geometry().intersects(other->geometry()));
            }
        }
    }

    /// Pictures to look at: HUGGER_SHOTS=DIR.
    void shots()
    {
        const QString folder = qEnvironmentVariable("HUGGER_SHOTS");
        if (folder.isEmpty())
            QSKIP("only with HUGGER_SHOTS");
        const qreal ratio = qApp->devicePixelRatio();
        const auto save = [&](QWidget& widget, const QString& name) {
            QVERIFY(widget.grab().save(u"%1/%2@%3x.png"_s.arg(folder, name).arg(ratio)));
        };
        for (const bool dark : {false, true}) {
            applyScheme(dark ? WindowSettings::Scheme::Dark : WindowSettings::Scheme::Light);
            const QString suffix = dark ? u"-dark"_s : u"-light"_s;
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                QGuiApplication::setLayoutDirection(direction);
                QWidget window;
                auto* const column = new QVBoxLayout(&window);
                for (const Tint tint : {Tint::Plain, Tint::Good, Tint::Attention, Tint::Wrong}) {
                    auto* const bar = new MessageBar(&window);
                    bar->say(
                        {.tint = tint,
                         .text = u"The Hub says this repo no longer exists or is private. Your copy is complete."_s,
                         .detail = u"404"_s,
                         .step = tint == Tint::Plain ? NextStep::None : NextStep::Retry,
                         .other = tint == Tint::Wrong ? NextStep::NetworkSettings : NextStep::None});
                    column->addWidget(bar);
                }
                column->addWidget(table(&window));
                auto* const narrow = new MessageBar(&window);
                narrow->setMaximumWidth(320);
                narrow->say({.tint = Tint::Attention,
                             .text = u"License changed upstream: apache-2.0 to cc-by-nc-4.0."_s,
                             .step = NextStep::Retry,
                             .other = NextStep::EnterToken});
                column->addWidget(narrow);
                window.resize(760, 640);
                save(window, u"widgets"_s + suffix + (direction == Qt::RightToLeft ? u"-rtl"_s : QString()));
            }
            QGuiApplication::setLayoutDirection(Qt::LeftToRight);
            EmptyState empty(u"all"_s, u"Nothing is archived yet"_s,
                             u"Paste a link of a model, dataset or Space anywhere in this window, or begin here."_s);
            QAction add(themedIcon(u"add"_s), u"&Add a link…"_s, &empty);
            QAction adopt(themedIcon(u"folder"_s), u"Adopt the &cache of Hugging Face"_s, &empty);
            empty.addAction(&add);
            empty.addAction(&adopt);
            empty.resize(520, 360);
            save(empty, u"empty"_s + suffix);
            QWidget ticks;
            auto* const lines = new QVBoxLayout(&ticks);
            for (const Qt::CheckState state : {Qt::Unchecked, Qt::PartiallyChecked, Qt::Checked}) {
                for (const bool enabled : {true, false}) {
                    auto* const box = new QCheckBox(u"A tick box"_s, &ticks);
                    box->setTristate();
                    box->setCheckState(state);
                    box->setEnabled(enabled);
                    lines->addWidget(box);
                }
            }
            for (const bool enabled : {true, false}) {
                for (const bool checked : {true, false}) {
                    auto* const circle = new QRadioButton(u"A choice"_s, &ticks);
                    circle->setAutoExclusive(false);
                    circle->setChecked(checked);
                    circle->setEnabled(enabled);
                    lines->addWidget(circle);
                }
            }
            save(ticks, u"ticks"_s + suffix);
            saveSheet(folder + u"/icons"_s + suffix + u"@%1x.png"_s.arg(ratio), ratio);
        }
    }

private:
    static void saveSheet(const QString& file, qreal ratio)
    {
        const QStringList names = iconNames();
        QPixmap sheet(QSize(900, 620) * ratio);
        sheet.setDevicePixelRatio(ratio);
        sheet.fill(QGuiApplication::palette().color(QPalette::Window));
        QPainter painter(&sheet);
        painter.setPen(QGuiApplication::palette().color(QPalette::WindowText));
        QFont font = painter.font();
        font.setPointSize(6);
        painter.setFont(font);
        for (int i = 0; i < names.size(); ++i) {
            const QPoint at(10 + i % 12 * 73, 8 + i / 12 * 75);
            themedIcon(names.at(i)).paint(&painter, QRect(at, QSize(32, 32)));
            themedIcon(names.at(i)).paint(&painter, QRect(at + QPoint(38, 8), QSize(16, 16)));
            painter.drawText(QRect(at + QPoint(-4, 38), QSize(70, 14)), Qt::AlignLeft, names.at(i));
        }
        int x = 10;
        for (const int side : {16, 22, 32, 64, 128}) {
            appIcon().paint(&painter, QRect(x, 320, side, side));
            x += side + 20;
        }
        int y = 460;
        for (const TrayState& state :
             {TrayState{}, TrayState{.progress = 0.35}, TrayState{.progress = 0.8, .needsUser = true},
              TrayState{.needsUser = true}, TrayState{.progress = 0.5, .paused = true}}) {
            x = 10;
            for (const int side : {16, 22, 32, 64}) {
                painter.drawPixmap(QRect(x + (y - 460) * 6, 470, side, side),
                                   trayIcon(state).pixmap(QSize(side, side), ratio));
                x += side + 6;
            }
            y += 29;
        }
        QVERIFY(sheet.save(file));
    }
};

QTEST_MAIN(TestWidgetPaint)
#include "tst_widgetpaint.moc"
