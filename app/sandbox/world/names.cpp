// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/names.h"

#include "app/sandbox/base/random.h"

#include <array>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::array latinNames{"Layla", "Omar", "Noor", "Yusuf", "Amina", "Tariq", "Salma", "Karim", "Zaynab", "Idris",
    "Mariam", "Hassan", "Leila", "Samir", "Yasmin", "Rania", "Bilal", "Huda", "Faris", "Dalia", "Anna", "Luis", "Mei",
    "Ravi", "Sofia", "Jonas", "Aiko", "Mateo", "Freya", "Ivan", "Chloe", "Diego", "Nina", "Pavel", "Zoe", "Arjun",
    "Elif", "Kofi", "Amara", "Lars", "Ines", "Tomas", "Priya", "Hugo", "Ada", "Emre", "Lina", "Oscar", "Nadia", "Milan",
    "Sara", "Ali", "Fatima", "Hamza", "Jamila", "Khalid", "Maha", "Nabil", "Rashid", "Sana", "Wafa", "Zahra"};
constexpr std::array<const char16_t *, 36> arabicNames{u"ليلى", u"عمر", u"نور", u"يوسف", u"أمينة", u"طارق", u"سلمى",
    u"كريم", u"زينب", u"إدريس", u"مريم", u"حسن", u"سمير", u"ياسمين", u"رانيا", u"بلال", u"هدى", u"فارس", u"داليا",
    u"سارة", u"علي", u"فاطمة", u"حمزة", u"جميلة", u"خالد", u"مها", u"نبيل", u"راشد", u"سناء", u"وفاء", u"زهرة", u"آدم",
    u"ريم", u"جواد", u"هالة", u"ماجد"};
constexpr std::array starts{"al", "bar", "cor", "dal", "el", "far", "gal", "har", "is", "jor", "kal", "lor", "mar",
    "nas", "or", "par", "qas", "ros", "sal", "tor", "ur", "val", "war", "yas", "zam"};
constexpr std::array ends{"adi", "ano", "awi", "berg", "dan", "een", "eri", "ford", "han", "ini", "jee", "kov", "land",
    "man", "moto", "nour", "oui", "qi", "rim", "son", "tani", "ura", "wick", "zade"};
constexpr std::array<const char16_t *, 24> arabicFamilies{u"النجار", u"الحداد", u"الخياط", u"البنا", u"العطار",
    u"الشامي", u"المصري", u"الحلبي", u"البغدادي", u"الفاسي", u"العماني", u"النوري", u"الصباغ", u"القاضي", u"الكاتب",
    u"الورد", u"الياسمين", u"الزهراني", u"الرملي", u"الساحلي", u"الجبلي", u"الوادي", u"البدوي", u"الهلالي"};
constexpr std::array words{"rose", "dune", "oasis", "falcon", "saffron", "lantern", "caravan", "amber", "cedar",
    "pearl", "comet", "harbor", "meadow", "raven", "summit", "willow"};

template <class List>
auto pick(Dice &dice, const List &list)
{
    return list[dice.below(list.size())];
}

QString family(Dice &dice)
{
    QString name = QString::fromLatin1(pick(dice, starts)) + QString::fromLatin1(pick(dice, ends));
    name[0] = name[0].toUpper();
    return name;
}

} // namespace

QString displayNameFor(std::uint64_t bits)
{
    Dice dice(bits);
    const auto kind = dice.below(100);
    if (kind < 24)
        return {};
    if (kind < 44)
        return QString::fromLatin1(pick(dice, latinNames));
    if (kind < 66)
        return QString(QString::fromLatin1(pick(dice, latinNames)) + u' ' + family(dice));
    if (kind < 76)
        return QString::fromUtf16(pick(dice, arabicNames));
    if (kind < 88)
        return QString(
            QString::fromUtf16(pick(dice, arabicNames)) + u' ' + QString::fromUtf16(pick(dice, arabicFamilies)));
    return QString(QString::fromLatin1(pick(dice, words)) + u'_' + QString::fromLatin1(pick(dice, words))
        + QString::number(dice.below(90) + 10));
}

} // namespace majlis::sandbox
