package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.EngineListener;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.guarantees.Step.Kind;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G8: the same commands make the same events and the same state, whatever the layout, on any machine. */
class ReplayTest {
    private static final long SEED = 20_260_302;
    private static final int LENGTH = 40_000;

    @Test
    void shouldTellTheSameEventsAndReachTheSameStatesWhenCommandsAreReplayed() {
        final List<Step> steps = Recording.of(SEED, LENGTH);
        final Player first = new Player(100, 1_000);
        final Player second = new Player(100, 1_000);

        play(steps, first, second);

        System.out.println(
                "replay: " + LENGTH + " commands, events " + first.transcript().counts());
        for (final Method callback : EngineListener.class.getDeclaredMethods()) {
            assertThat(first.transcript().count(callback.getName()))
                    .as("how often the recording lets %s happen", callback.getName())
                    .isGreaterThan(50);
        }
    }

    @Test
    void shouldNotDependOnTheLayoutWhenCapacitiesDiffer() {
        final Player roomy = new Player(1_000, 5_000);
        final Player tight = new Player(Recording.AGENTS, Recording.INTERACTIONS);

        play(Recording.of(SEED + 1, LENGTH), roomy, tight);
    }

    @Test
    void shouldNotDependOnTheLayoutWhenAgentEntriesWereUsedBefore() {
        final Player fresh = new Player(100, 1_000);
        final Player used = new Player(100, 1_000);
        final List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= 20; id++) {
            used.engine().defineAgent(Recording.START_MS, 1_000 + id, SkillLevels.of("en", (int) id));
            ids.add(1_000 + id);
        }
        Collections.shuffle(ids, new Random(SEED));
        ids.forEach(id -> used.engine().removeAgent(Recording.START_MS, id));

        play(Recording.of(SEED + 2, LENGTH), fresh, used);
    }

    @Test
    void shouldNotDependOnTheLayoutWhenInteractionEntriesWereFreedInAnotherOrder() {
        final Player inOrder = new Player(100, 1_000);
        final Player shuffled = new Player(100, 1_000);
        final List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= 50; id++) {
            ids.add(id);
        }
        comeAndGo(inOrder, ids);
        Collections.shuffle(ids, new Random(SEED));
        comeAndGo(shuffled, ids);

        play(Recording.of(SEED + 3, LENGTH), inOrder, shuffled);
    }

    @Test
    void shouldReachAnotherStateWhenOneCommandIsMissing() {
        final List<Step> steps = Recording.of(SEED, 2_000);
        final List<Step> changed = new ArrayList<>(steps);
        int last = changed.size() - 1;
        while (changed.get(last).kind() != Kind.CALLBACK) {
            last--;
        }
        final Player player = new Player(100, 1_000);
        steps.subList(0, last).forEach(player::apply);
        final long before = player.engine().stateHash();
        player.apply(steps.get(last));

        changed.remove(last);

        assertThat(player.engine().stateHash()).isNotEqualTo(before);
        assertThat(new Player(100, 1_000).digest(changed)).isNotEqualTo(new Player(100, 1_000).digest(steps));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1 -Duser.timezone=Asia/Kathmandu -Duser.language=tr -Duser.country=TR",
                "-XX:+UseSerialGC -Dfile.encoding=ISO-8859-1 -Duser.timezone=America/St_Johns -Duser.language=ar"
            })
    void shouldGiveTheSameDigestWhenReplayedOnAnotherMachine(final String flags)
            throws IOException, InterruptedException {
        assertThat(TimeZone.getDefault().getID()).as("the zone here").isNotIn("Asia/Kathmandu", "America/St_Johns");
        assertThat(Locale.getDefault().getLanguage()).as("the language here").isNotIn("tr", "ar");

        final String digest = new Player(Recording.AGENTS, Recording.INTERACTIONS).digest(Recording.of(SEED, 5_000));

        assertThat(elsewhere(flags, SEED)).isEqualTo(digest);
        System.out.println("replay in another JVM with " + flags + ": " + digest);
    }

    @Test
    void shouldGiveAnotherDigestWhenTheCommandsAreOthers() {
        final String digest = new Player(100, 1_000).digest(Recording.of(SEED, 5_000));

        assertThat(new Player(100, 1_000).digest(Recording.of(SEED + 1, 5_000))).isNotEqualTo(digest);
    }

    /** Calls that arrive in order and leave in the order of this list: only which entries are free next differs. */
    private static void comeAndGo(final Player player, final List<Long> ids) {
        final Request request = new Request();
        for (long id = 1; id <= ids.size(); id++) {
            player.engine().callArrived(Recording.START_MS, request.of(id, player.queue()));
        }
        ids.forEach(id -> player.engine().customerLeft(Recording.START_MS, id));
        player.transcript().clear();
    }

    private static void play(final List<Step> steps, final Player one, final Player other) {
        for (int n = 0; n < steps.size(); n++) {
            final Step step = steps.get(n);
            assertThat(other.apply(step)).as("outcome of %s", step).isEqualTo(one.apply(step));
            if (n % Player.HASH_EVERY == 0) {
                assertThat(other.engine().stateHash())
                        .as("state after %s", step)
                        .isEqualTo(one.engine().stateHash());
                assertThat(other.slots()).as("slots after %s", step).isEqualTo(one.slots());
            }
        }
        one.engine().validate();
        assertThat(other.transcript().text()).isEqualTo(one.transcript().text());
        assertThat(other.engine().stateHash()).isEqualTo(one.engine().stateHash());
    }

    private static String elsewhere(final String flags, final long seed) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(flags.split(" ", -1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReplayDigest.class.getName()));
        command.addAll(List.of(Long.toString(seed), "5000"));
        final Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip().lines().reduce((earlier, later) -> later).orElse("");
    }
}
