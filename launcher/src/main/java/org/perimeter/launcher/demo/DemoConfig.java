// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

/**
 * The configuration of a demo.
 *
 * @param storePort where Elasticsearch will listen on 127.0.0.1
 * @param consolePort where the console will
 * @param captureUrl where captured events are served
 * @param speed at which the exercise is replayed
 * @param webhookUrl where a receiver takes webhooks
 */
public record DemoConfig(
        int storePort, int consolePort, String captureUrl, double speed, String webhookUrl) {

    /** Where the posts of the exercise are expected, below the demo's folder. */
    static final String POSTS = "exercise/posts.ndjson";

    /** Where the secret of the webhooks is, below the demo's folder. */
    static final String WEBHOOK_SECRET = "keys/webhook.secret";

    /** Names the endpoint that is told of alerts. */
    static final String WEBHOOK = "receiver";

    /** Prefix of all names in the store. */
    public static final String PREFIX = "perimeter-demo";

    /** Base address of the store. */
    public String storeUrl() {
        return "http://127.0.0.1:" + storePort;
    }

    /** The file. */
    String yaml() {
        return String.join(
                "\n",
                "# Written anew by every `./perimeter demo`.",
                "store:",
                "  url: \"" + storeUrl() + "\"",
                "  prefix: " + PREFIX,
                "keys: { folder: keys }",
                "rulebook: { folder: rulebook }",
                "sources:",
                "  posts:",
                "    - { id: exercise, type: ndjson, network: exercise, path: "
                        + POSTS
                        + ", speed: "
                        + speed
                        + " }",
                "    - { id: bluesky, type: jetstream, network: bluesky, url: \""
                        + captureUrl
                        + "\" }",
                "  incidents: []",
                "jobs:",
                "  parallelism: 1",
                "  checkpoints: state/checkpoints",
                "  checkpointSeconds: 2",
                "  jurisdiction: city",
                "  webPort: 0",
                "console:",
                "  host: 127.0.0.1",
                "  port: " + consolePort,
                "  ledger: ledger",
                "  demo: true",
                "  jurisdiction: city",
                "  webhooks:",
                "    - id: " + WEBHOOK,
                "      url: \"" + webhookUrl + "\"",
                "      secrets: [\"file:" + WEBHOOK_SECRET + "\"]",
                "      allowPrivate: true",
                "");
    }
}
