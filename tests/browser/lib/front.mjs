// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a browser takes for https://huggingface.co: TLS with a certificate made on the spot, behind it the practice Hub.
// And a proxy that leads there and nowhere else, for a browser that cannot map a name to a port.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import path from "node:path";

const HOSTS = ["huggingface.co", "hf.co"];

function certificate(folder) {
    const cert = path.join(folder, "front.pem");
    const key = path.join(folder, "front.key");
    execFileSync("openssl", [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-keyout", key, "-out", cert, "-subj", "/CN=huggingface.co", "-addext", `subjectAltName=${HOSTS.map((host) => `DNS:${host}`).join(",")}`,
    ], { stdio: "ignore" });
    return { cert: readFileSync(cert), key: readFileSync(key) };
}

function listening(server) {
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => resolve(server.address().port));
    });
}

/** Starts both. `hub` is the address of the practice Hub. */
export async function startFront(folder, hub) {
    const open = new Set();
    const refused = [];
    const kept = (socket) => {
        open.add(socket);
        socket.on("error", () => socket.destroy());
        socket.on("close", () => open.delete(socket));
        return socket;
    };
    const front = https.createServer(certificate(folder), (request, response) => {
        const host = (request.headers.host ?? "").split(":")[0];
        if (host === "hf.co") {
            response.writeHead(307, { Location: `https://huggingface.co${request.url}` }).end();
            return;
        }
        const passed = http.request(hub + request.url, { method: request.method, headers: request.headers }, (answer) => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        });
        passed.on("error", () => response.destroy());
        request.pipe(passed);
    });
    front.on("connection", kept);
    const port = await listening(front);

    const proxy = http.createServer((_request, response) => response.writeHead(403).end());
    proxy.on("connection", kept);
    proxy.on("connect", (request, socket) => {
        kept(socket);
        if (!HOSTS.some((host) => request.url === `${host}:443`)) {
            refused.push(request.url);
            socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
            return;
        }
        const there = kept(net.connect(port, "127.0.0.1", () => {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            there.pipe(socket);
            socket.pipe(there);
        }));
    });
    const proxyPort = await listening(proxy);
    return {
        port,
        proxyPort,
        refused,
        stop() {
            front.close();
            proxy.close();
            for (const socket of open) socket.destroy();
        },
    };
}
