// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/storebox.h"

#include "ui/widgets/words.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QStandardItemModel>

#include <algorithm>

namespace hugger {

void showStores(QComboBox& box, const QList<StoreStatus>& stores)
{
    bool isSame = box.count() == stores.size();
    for (int row = 0; isSame && row < box.count(); ++row)
        isSame = box.itemData(row).toString() == stores[row].identity.id;
    if (!isSame) {
        const QString before = box.currentData().toString();
        box.clear();
        for (const StoreStatus& store : stores)
            box.addItem(QString(), store.identity.id);
        const auto preferred = std::ranges::find_if(stores, &StoreStatus::isDefault);
        const QString fallback = preferred == stores.end() ? QString() : preferred->identity.id;
        box.setCurrentIndex(std::max(0, box.findData(before.isEmpty() ? fallback : before)));
    }
    const auto* const items = qobject_cast<QStandardItemModel*>(box.model());
    for (int row = 0; row < box.count(); ++row) {
        const StoreStatus& store = stores[row];
        const QString label = plainLine(store.identity.label);
        //: A store and the space on its disk: "Home, 212 GB free"
        const QString free = QCoreApplication::translate("hugger", "%1, %2 free").arg(label, sizeText(store.freeBytes));
        //: A store whose disk is not there: "Shelf disk 2, unplugged"
        const QString away = QCoreApplication::translate("hugger", "%1, unplugged").arg(label);
        box.setItemText(row, store.isPlugged ? free : away);
        items->item(row)->setEnabled(store.isPlugged);
        items->item(row)->setToolTip(plainTooltip(plainLine(store.trouble)));
    }
}

const StoreStatus* storeOf(const QList<StoreStatus>& stores, const QString& id)
{
    const auto store = std::ranges::find(stores, id, [](const StoreStatus& status) { return status.identity.id; });
    return store == stores.end() ? nullptr : &*store;
}

} // namespace hugger
