package io.ringback.scenario;

/** Writes an event in the language's own words. */
final class EventText {
    private EventText() {}

    static String of(final Event event, final ScenarioClock clock) {
        final StringBuilder text = new StringBuilder(event.kind().word());
        event.names().forEach(name -> text.append(' ').append(Names.text(name)));
        for (final Grammar.Key key : event.kind().grammar().keys()) {
            final Object value = event.values().get(key.word());
            if (value != null) {
                text.append(' ')
                        .append(key.word())
                        .append('=')
                        .append(key.type().text(value, clock));
            }
        }
        return text.toString();
    }
}
