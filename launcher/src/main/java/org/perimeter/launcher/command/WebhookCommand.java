// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.webhook.WebhookReceiver;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.key.SecretReference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** What integrators need to try webhooks out. */
@Command(
        name = "webhook",
        description = "Try out what integrators get.",
        footer = "  ./perimeter webhook listen",
        subcommands = WebhookCommand.Listen.class)
public final class WebhookCommand {

    /** A receiver on this machine. */
    @Command(
            name = "listen",
            description = {
                "Receives webhooks on 127.0.0.1, verifies their signatures and prints one line for",
                "each, until it is stopped. Without --secret it makes one and says how to use it."
            },
            footer = "  ./perimeter webhook listen --port 9090 --secret env:PERIMETER_WEBHOOK")
    static final class Listen implements Callable<Integer> {

        private static final int LARGEST_PORT = 65_535;

        @Option(
                names = "--port",
                defaultValue = "9090",
                description = "port on 127.0.0.1; 0 for a free one (${DEFAULT-VALUE})")
        private int port;

        @Option(
                names = "--secret",
                paramLabel = "REF",
                description = "env:NAME or file:PATH of the secret; whsec_... itself works too")
        private @Nullable String secret;

        @Override
        public Integer call() throws InterruptedException {
            if (port < 0 || port > LARGEST_PORT) {
                throw new WrongCallException("--port must be 0 to " + LARGEST_PORT);
            }
            String shared = secret == null ? WebhookReceiver.newSecret() : read(secret);
            try (WebhookReceiver receiver =
                    WebhookReceiver.start(
                            port,
                            shared,
                            received -> System.out.println(received.line()),
                            InstantSource.system())) {
                System.out.println("ready " + receiver.url());
                if (secret == null) {
                    explain(receiver.url(), shared);
                }
                Thread.currentThread().join();
            }
            return 0;
        }

        private static void explain(String url, String shared) {
            System.out.println("put this into the console section of the configuration:");
            System.out.println("  webhooks:");
            System.out.println("    - id: try-out");
            System.out.println("      url: \"" + url + "\"");
            System.out.println("      secrets: [\"env:PERIMETER_WEBHOOK\"]");
            System.out.println("      allowPrivate: true");
            System.out.println("and start it with PERIMETER_WEBHOOK=" + shared);
        }

        private static String read(String secret) {
            if (secret.startsWith("whsec_")) {
                return secret;
            }
            try {
                return new SecretReference(secret).resolve(Path::of, System::getenv);
            } catch (IllegalArgumentException e) {
                throw new WrongCallException("--secret: " + e.getMessage());
            }
        }
    }
}
