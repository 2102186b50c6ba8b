// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/filespane.h"

#include "ui/add/quantisationsmodel.h"
#include "ui/add/weights.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// More rows than that are not unfolded by themselves.
constexpr qsizetype unfolded = 500;

void setUp(QTreeView* view, QAbstractItemModel* model, int nameColumn)
{
    view->setModel(model);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setMinimumHeight(view->fontMetrics().height() * 8);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionsMovable(false);
    // By what is on view: measuring 100,000 rows would take its time.
    view->header()->setResizeContentsPrecision(0);
    view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->header()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    new ElidedTooltips(view);
}

} // namespace

FilesPane::FilesPane(QWidget* parent)
    : QWidget(parent)
    , m_model(new FileTreeModel(this))
    , m_quantisations(new QuantisationsModel(this))
    , m_ways(new QButtonGroup(this))
    , m_everything(new QRadioButton)
    , m_oneFormat(new QRadioButton(tr("Weights in one &format")))
    , m_byQuantisation(new QRadioButton(tr("By &quantisation")))
    , m_choose(new QRadioButton(tr("&Choose files")))
    , m_formats(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_treePage(new QWidget)
    , m_groupsPage(new QWidget)
    , m_tree(new QTreeView)
    , m_groups(new QTreeView)
    , m_text(new QLabel)
    , m_filter(new QLineEdit)
    , m_tickShown(new QPushButton(tr("Tick sho&wn")))
    , m_untickShown(new QPushButton(tr("&Untick shown")))
{
    build();
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(150ms);
    connect(m_ways, &QButtonGroup::idClicked, this, &FilesPane::applyWay);
    connect(m_formats, &QComboBox::activated, this, &FilesPane::applyWay);
    connect(m_quantisations, &QuantisationsModel::tickedChanged, this, &FilesPane::applyWay);
    connect(m_model, &FileTreeModel::ticked, this, &FilesPane::takeTicks);
    connect(m_filter, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, &FilesPane::filter);
    connect(m_tickShown, &QPushButton::clicked, m_model, [this] { m_model->tickShown(true); });
    connect(m_untickShown, &QPushButton::clicked, m_model, [this] { m_model->tickShown(false); });
    showText({});
}

void FilesPane::build()
{
    m_everything->setObjectName("chooseEverything"_L1);
    m_oneFormat->setObjectName("chooseFormat"_L1);
    m_byQuantisation->setObjectName("chooseQuantisation"_L1);
    m_choose->setObjectName("chooseFiles"_L1);
    m_formats->setObjectName("formats"_L1);
    m_formats->setAccessibleName(tr("Format of weights"));
    m_tree->setObjectName("files"_L1);
    m_tree->setAccessibleName(tr("Files"));
    m_groups->setObjectName("quantisations"_L1);
    m_groups->setAccessibleName(tr("Quantisations"));
    m_groups->setRootIsDecorated(false);
    setUp(m_tree, m_model, FileTreeModel::NameColumn);
    setUp(m_groups, m_quantisations, QuantisationsModel::NameColumn);
    m_filter->setObjectName("fileFilter"_L1);
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("Filter, *.gguf"));
    m_filter->setAccessibleName(tr("Filter of files"));
    m_filter->addAction(themedIcon(u"filter"_s), QLineEdit::LeadingPosition)
        ->setToolTip(tr("Shows only the files whose name or path is like this"));
    m_tickShown->setObjectName("tickShown"_L1);
    m_tickShown->setAutoDefault(false);
    m_untickShown->setObjectName("untickShown"_L1);
    m_untickShown->setAutoDefault(false);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);

    auto* const ways = new FlowLayout;
    ways->setSpacing(fontMetrics().height());
    int id = 0;
    for (QRadioButton* way : {m_everything, m_oneFormat, m_byQuantisation, m_choose}) {
        m_ways->addButton(way, id++);
        ways->addWidget(way);
        if (way == m_oneFormat)
            ways->addWidget(m_formats);
    }
    auto* const tools = new QHBoxLayout;
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_tickShown);
    tools->addWidget(m_untickShown);
    auto* const treeLayout = new QVBoxLayout(m_treePage);
    treeLayout->setContentsMargins(0, 0, 0, 0);
    treeLayout->addLayout(tools);
    treeLayout->addWidget(m_tree, 1);
    auto* const others = new QLabel(tr("Files that hold no weights come along: the card, the configuration."));
    others->setWordWrap(true);
    auto* const groupsLayout = new QVBoxLayout(m_groupsPage);
    groupsLayout->setContentsMargins(0, 0, 0, 0);
    groupsLayout->addWidget(m_groups, 1);
    groupsLayout->addWidget(others);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_treePage);
    m_pages->addWidget(m_groupsPage);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(ways);
    layout->addWidget(m_pages, 1);
}

void FilesPane::showText(const QString& text)
{
    m_choice.reset();
    m_model->clear();
    m_quantisations->show({}, {});
    m_text->setText(text);
    m_pages->setCurrentWidget(m_text);
    for (QAbstractButton* const way : m_ways->buttons())
        way->hide();
    m_formats->hide();
}

void FilesPane::show(std::shared_ptr<const FileChoice> choice, std::shared_ptr<const PlanTree> tree,
                     const QString& path, bool isFolder)
{
    const bool isNew = !m_choice || m_choice->plan().info.commit != choice->plan().info.commit
        || m_choice->plan().info.repo != choice->plan().info.repo
        || m_choice->plan().files.size() != choice->plan().files.size();
    m_choice = std::move(choice);
    m_model->show(m_choice, std::move(tree), m_choice->everything());
    if (!isNew) {
        m_quantisations->show(m_choice->quantisations(), m_quantisations->ticked());
        Q_EMIT changed();
        return;
    }
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
    m_quantisations->show(m_choice->quantisations(), m_choice->usualQuantisations());
    offerWays();
    const FileChoice::Ticks below = path.isEmpty() ? FileChoice::Ticks() : m_choice->below(path);
    const bool hasPath = below.count(true) > 0;
    m_path = hasPath ? path : QString();
    m_isFolder = isFolder;
    setWay(hasPath ? Way::Choose : Way::Everything);
    m_model->setTicks(hasPath ? below : m_choice->everything());
    expandSome();
    if (hasPath) {
        const QModelIndex found = m_model->find(path);
        m_tree->setCurrentIndex(found);
        m_tree->scrollTo(found, QTreeView::PositionAtCenter);
        m_tree->expand(found);
    } else {
        m_tree->setCurrentIndex(m_model->index(0, 0));
    }
    Q_EMIT changed();
}

void FilesPane::offerWays()
{
    const Plan& plan = m_choice->plan();
    //: %1 is "24 files", %2 is a size
    m_everything->setText(tr("&Everything, %1, %2").arg(filesText(plan.files.size()), sizeText(plan.bytes)));
    m_everything->show();
    m_choose->show();
    m_oneFormat->setVisible(!m_choice->formats().isEmpty());
    m_byQuantisation->setVisible(!m_choice->quantisations().isEmpty());
    m_formats->clear();
    for (const FileGroup& format : m_choice->formats()) {
        //: A format of weights and how big they are: "safetensors, 14.5 GB"
        m_formats->addItem(tr("%1, %2").arg(weightFormatName(format.key), sizeText(format.bytes)));
    }
    m_formats->setVisible(!m_choice->formats().isEmpty());
}

FilesPane::Way FilesPane::way() const
{
    return static_cast<Way>(m_ways->checkedId());
}

void FilesPane::setWay(Way way)
{
    m_ways->button(std::to_underlying(way))->setChecked(true);
    // Tab leads to the checked one, which Qt sees to only once one of them has had the focus.
    for (QAbstractButton* const button : m_ways->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    m_formats->setEnabled(way == Way::Format);
    m_pages->setCurrentWidget(way == Way::Quantisation ? m_groupsPage : m_treePage);
}

void FilesPane::applyWay()
{
    if (!m_choice)
        return;
    m_path.clear();
    setWay(way());
    switch (way()) {
    case Way::Everything:
        m_model->setTicks(m_choice->everything());
        break;
    case Way::Format:
        m_model->setTicks(m_choice->onlyFormat(m_formats->currentIndex()));
        break;
    case Way::Quantisation:
        m_model->setTicks(m_choice->onlyQuantisations(m_quantisations->ticked()));
        break;
    case Way::Choose:
        break;
    }
    Q_EMIT changed();
}

void FilesPane::takeTicks()
{
    m_path.clear();
    setWay(Way::Choose);
    Q_EMIT changed();
}

void FilesPane::filter()
{
    m_model->setFilter(m_filter->text().trimmed());
    expandSome();
}

void FilesPane::expandSome()
{
    if (m_model->shownFiles() <= unfolded)
        m_tree->expandAll();
    else if (m_model->rowCount() == 1)
        m_tree->expand(m_model->index(0, 0));
}

std::function<Selection()> FilesPane::selectionMaker() const
{
    return [choice = m_choice, ticks = m_model->ticks(), way = way(), format = m_formats->currentIndex(),
            groups = m_quantisations->ticked(), path = m_path, isFolder = m_isFolder] {
        Selection rule;
        if (way == Way::Format)
            rule = choice->ruleForFormat(format);
        else if (way == Way::Quantisation)
            rule = choice->ruleForQuantisations(groups);
        else if (way == Way::Choose && !path.isEmpty())
            rule = choice->ruleForPath(path, isFolder);
        return choice->selection(ticks, rule);
    };
}

} // namespace hugger
