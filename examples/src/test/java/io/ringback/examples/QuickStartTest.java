package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class QuickStartTest {
    @Test
    void shouldConnectTheCallWhenTheAgentBecomesReady() {
        final PrintStream console = System.out;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true));
            QuickStart.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("call 1 goes to agent 17 after 2500 ms");
    }
}
