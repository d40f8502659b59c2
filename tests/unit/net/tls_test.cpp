// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/net/nettest.h"

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

/// An HTTPS server whose certificate nobody has signed, made with the openssl program for each run.
class SelfSigned
{
public:
    explicit SelfSigned(const QString &subjectAltName)
    {
        const auto key = m_folder.filePath(u"key.pem"_s);
        const auto certificate = m_folder.filePath(u"cert.pem"_s);
        const auto code = QProcess::execute(u"openssl"_s,
            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
                u"-keyout"_s, key, u"-out"_s, certificate, u"-days"_s, u"1"_s, u"-subj"_s, u"/CN=majlis test"_s,
                u"-addext"_s, u"subjectAltName="_s + subjectAltName});
        REQUIRE(code == 0);
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
