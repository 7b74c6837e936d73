package dev.slipway.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.transaction.TransactionSystemException;

class OutagesTest {

    private static final HttpInputMessage REQUEST = new MockHttpInputMessage(new byte[0]);

    @Test
    void aFullDiskIsSaidToBeOneWhereverItWasFound() {
        var file = new UncheckedIOException(new IOException("/data/repositories/a: No space left on device"));
        var database = new IllegalStateException(new SQLException("could not extend file", "53100"));
        var body = new HttpMessageNotReadableException("I/O", new IOException("No space left on device"), REQUEST);

        assertThat(java.util.List.of(file, database, body))
                .allSatisfy(failure -> assertThat(Outages.of(failure)).hasValueSatisfying(report -> {
                    assertThat(report.status()).isEqualTo(507);
                    assertThat(report.problems().toString()).contains("no space left");
                }));
    }

    @Test
    void aConnectionThatEndsUnderARequestIsAnOutage() {
        var stopped = new IllegalStateException(new SQLException("terminating connection", "57P01"));
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(stopped);

        assertThat(java.util.List.of(stopped, rollback))
                .allSatisfy(failure -> assertThat(Outages.of(failure))
                        .hasValueSatisfying(
                                report -> assertThat(report.status()).isEqualTo(503)));
    }

    @Test
    void otherFailuresAreNoOutage() {
        assertThat(Outages.of(new IllegalStateException(new IOException("Broken pipe"))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aBodyThatBrokeOffIsNotSaidToBeMissing() {
        var broken = new HttpMessageNotReadableException("I/O", new IOException("Connection reset"), REQUEST);
        var missing = new HttpMessageNotReadableException("Required request body is missing", REQUEST);

        assertThat(BadInput.inBody(broken).message()).contains("could not be read to its end");
        assertThat(BadInput.inBody(missing).message()).contains("no body");
    }
}
