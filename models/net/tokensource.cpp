// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/tokensource.h"

namespace majlis::net
{

QCoro::Task<Result<void>> TokenSource::refresh(QByteArray rejected)
{
    if (const auto flight = m_flight) {
        co_await flight->landed.wait();
        const Result<void> outcome = flight->outcome; // a copy: QCoro moves from what it is given
        co_return outcome;
    }
    if (const auto current = accessToken(); !current.isEmpty() && current != rejected)
        co_return Result<void>();
    const auto flight = std::make_shared<Flight>();
    m_flight = flight;
    flight->outcome = co_await fetchNewToken();
    m_flight.reset();
    flight->landed.set();
    const Result<void> outcome = flight->outcome;
    co_return outcome;
}

} // namespace majlis::net
