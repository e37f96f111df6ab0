/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cw_quiet_task_run (GTask *task, GTaskThreadFunc func);

G_END_DECLS
