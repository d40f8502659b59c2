// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/net/nettest.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace majlis;
using namespace majlis::net;
using namespace majlis::test;
using namespace Qt::StringLiterals;

namespace
{

/// From and until when, as days from today.
struct Validity {
    int from = -1;
    int until = 1;
};

/// An HTTPS server whose certificate nobody has signed, made with the openssl program for each run.
class SelfSigned
{
public:
    explicit SelfSigned(const QString &subjectAltName, Validity validity = {})
    {
        const auto key = m_folder.filePath(u"key.pem"_s);
        const auto certificate = m_folder.filePath(u"cert.pem"_s);
        const auto request = m_folder.filePath(u"request.pem"_s);
        run({u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
            u"-keyout"_s, key, u"-out"_s, request, u"-subj"_s, u"/CN=majlis test"_s});
        writeAuthority(subjectAltName);
        run({u"ca"_s, u"-batch"_s, u"-selfsign"_s, u"-config"_s, m_folder.filePath(u"ca.cnf"_s), u"-keyfile"_s, key,
            u"-in"_s, request, u"-out"_s, certificate, u"-startdate"_s, day(validity.from), u"-enddate"_s,
            day(validity.until)});
        QFile keyFile(key);
        REQUIRE(keyFile.open(QIODevice::ReadOnly));
        certificates = QSslCertificate::fromPath(certificate);
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(certificates);
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        REQUIRE(m_server.listen(QHostAddress::LocalHost));
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, this] {
                    ++requests;
                    socket->readAll();
                    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                });
            }
        });
    }
    [[nodiscard]] QUrl url(const QString &host) const
    {
        return QUrl(u"https://%1:%2"_s.arg(host).arg(m_server.serverPort()));
    }

    QList<QSslCertificate> certificates;
    int requests = 0;

private:
    static void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(u"openssl"_s, arguments);
        REQUIRE(openssl.waitForFinished());
        INFO(openssl.readAll().toStdString());
        REQUIRE(openssl.exitCode() == 0);
    }
    static QString day(int fromToday)
    {
        return QDateTime::currentDateTimeUtc().addDays(fromToday).toString(u"yyyyMMddhhmmss"_s) + u'Z';
    }
    // `openssl req` makes no certificate of the past; `openssl ca` does, and wants its register and its serial numbers.
    void writeAuthority(const QString &subjectAltName)
    {
        const auto write = [this](const QString &name, const QString &text) {
            QFile file(m_folder.filePath(name));
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
        };
        write(u"index"_s, {});
        write(u"serial"_s, u"01"_s);
        write(u"ca.cnf"_s,
            u"[ca]\ndefault_ca=own\n[own]\ndatabase=%1/index\nserial=%1/serial\nnew_certs_dir=%1\n"
            "default_md=sha256\npolicy=any\nx509_extensions=names\n[any]\ncommonName=supplied\n"
            "[names]\nsubjectAltName=%2\n"_s.arg(m_folder.path(), subjectAltName));
    }

    QTemporaryDir m_folder;
    QSslServer m_server;
};

} // namespace

TEST_CASE("a certificate that nobody signed, or that is another host's, is a TLS error and nothing is sent")
{
    SelfSigned server(u"DNS:other.example"_s);
    ClientFixture fixture(server.url(u"localhost"_s));
    const auto response = fixture.send(HttpRequest::get(u"/secret"_s));
    REQUIRE_FALSE(response);
    CHECK(response.error().code == ErrorCode::Tls);
    CHECK(response.error().reason == u"certificate_other_host"_s);
    CHECK(server.requests == 0);

    SelfSigned untrusted(u"DNS:localhost"_s);
    ClientFixture second(untrusted.url(u"localhost"_s));
    const auto refused = second.send(HttpRequest::get(u"/secret"_s));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Tls);
    CHECK(refused.error().reason == u"certificate_self_signed"_s);
    CHECK(untrusted.requests == 0);
}

TEST_CASE("a certificate of the past or of the future is named as such")
{
    const auto [validity, reason] = GENERATE(std::pair(Validity{-10, -1}, u"certificate_expired"_s),
        std::pair(Validity{1, 10}, u"certificate_not_yet_valid"_s));
    SelfSigned server(u"DNS:localhost"_s, validity);
    ClientFixture fixture(server.url(u"localhost"_s));
    const auto response = fixture.send(HttpRequest::get(u"/secret"_s));
    REQUIRE_FALSE(response);
    CHECK(response.error().code == ErrorCode::Tls);
    CHECK(response.error().reason == reason);
    CHECK(server.requests == 0);
}
