package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonWriterTest {
    @Test
    void shouldPutCommasAndBracketsWhereTheyBelong() {
        final JsonWriter json = new JsonWriter();
        json.open('{').member("name", "a \"b\" \\ \t");
        json.open("empty", '[').close(']');
        json.open("list", '[');
        json.open('{').member("count", 3).close('}');
        json.open('{').member("share", 0.123456).close('}');
        json.close(']').member("none", Double.NaN).close('}');
        assertThat(json).hasToString("""
                        {
                          "name": "a \\"b\\" \\\\ \\u0009",
                          "empty": [],
                          "list": [
                            {
                              "count": 3
                            },
                            {
                              "share": 0.1235
                            }
                          ],
                          "none": null
                        }
                        """);
    }
}
