// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept from a file with pseudonyms, and an export that is stopped. What the files say: tests/interop/export.
#include "models/domain/export/networkexport.h"
#include "models/domain/export/pseudonyms.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

class TwoPeople : public ExportSource
{
public:
    [[nodiscard]] std::uint32_t count() const override { return 2; }
    [[nodiscard]] ExportPerson person(std::uint32_t index) const override
    {
        ExportPerson person;
        person.id = person.address = index == 0 ? u"0xaa"_s : u"0xbb"_s;
        person.name = u"Layla"_s;
        person.joinedAt = UnixMs{1'289'256'277'000 + index};
        person.balance = Amount::parse(u"12345.678"_s).value();
        if (index == 1) {
            person.parent = 0;
        }
        return person;
    }
    [[nodiscard]] ExportLook look(std::uint32_t) const override { return {}; }
};

QString amountText(QStringView text)
{
    return coarse(Amount::parse(text).value()).toString();
}

} // namespace

TEST_CASE("a balance keeps two digits, towards zero", "[export]")
{
    CHECK(amountText(u"12345.678") == u"12000");
    CHECK(amountText(u"0.00098765") == u"0.00098");
    CHECK(amountText(u"-99.9") == u"-99");
    CHECK(amountText(u"7") == u"7");
    CHECK(amountText(u"0") == u"0");
    CHECK(amountText(u"10.999") == u"10");
}

TEST_CASE("a pseudonymous export knows nobody, and each export by itself", "[export]")
{
    const TwoPeople people;
    const PseudonymousSource masked(people, QByteArray(32, 'a'));
    const PseudonymousSource again(people, QByteArray(32, 'a'));
    const PseudonymousSource other(people, QByteArray(32, 'b'));
    const ExportPerson person = masked.person(0);
    CHECK(person.name.isEmpty());
    CHECK(person.address.isEmpty());
    CHECK(person.joinedAt->toRfc3339() == u"2010-11-01T00:00:00.000Z");
    CHECK(person.balance->toString() == u"12000");
    CHECK(person.id == again.person(0).id);
    CHECK(person.id != masked.person(1).id);
    CHECK(person.id != other.person(0).id);
    CHECK(masked.person(1).parent == std::uint32_t{0});
}

TEST_CASE("an export that is stopped leaves the file as it was", "[export]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"people.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("before");
    file.close();
    const TwoPeople people;
    for (const ExportFormat format :
        {ExportFormat::Csv, ExportFormat::GraphMl, ExportFormat::Gexf, ExportFormat::Gltf, ExportFormat::Svg}) {
        const auto stopped = exportNetwork(people, format, path, [](double) { return false; });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "before");
        file.close();
    }
    const auto refused = exportNetwork(
        people, ExportFormat::Csv, folder.filePath(u"no/such/people.csv"_s), [](double) { return true; });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Storage);
    CHECK(exportFormatOf(u"a/b.GraphML") == ExportFormat::GraphMl);
    CHECK_FALSE(exportFormatOf(u"a/b.pdf"));
}
