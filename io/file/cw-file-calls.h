/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>
#include <sys/stat.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * CwFileCalls:
 *
 * The system calls through which files are read and written. Tests put in others
 * that fail, write less than they were asked to, or are interrupted.
 */
typedef struct
{
  int (*open) (int directory, const char *name, int flags, mode_t mode);
  int (*stat) (int fd, struct stat *status);
  ssize_t (*read) (int fd, void *data, size_t size);
  ssize_t (*write) (int fd, const void *data, size_t size);
  int (*chmod) (int fd, mode_t mode);
  int (*sync) (int fd);
  int (*close) (int fd);
  int (*rename) (int directory, const char *from, const char *to);
  int (*remove) (int directory, const char *name);
} CwFileCalls;

extern const CwFileCalls cw_file_system_calls;

void cw_file_set_calls (const CwFileCalls *calls);

G_END_DECLS
