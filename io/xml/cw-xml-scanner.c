/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-scanner.h"

#include <pthread.h>

/* below this size a thread costs more than it saves [bytes] */
#define SMALL ((gsize) 1 << 20)

struct _CwXmlScanner
{
  const char *data;
  gsize size;
  const char *name;
  CwReport *report;
  GThread *thread;

  /* those of POSIX: ThreadSanitizer sees through them, not through GLib's */
  pthread_mutex_t mutex;
  pthread_cond_t moved;
  gsize good; /* how much the reader may see [bytes] */
  gboolean ended;
  GError *error;
};

static void
move_on (gsize at, gpointer user_data)
{
  CwXmlScanner *self = user_data;

  pthread_mutex_lock (&self->mutex);
  self->good = at;
  pthread_cond_signal (&self->moved);
  pthread_mutex_unlock (&self->mutex);
}

static gpointer
scan (gpointer user_data)
{
  CwXmlScanner *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good
      = cw_xml_scan (self->data, self->size, self->name, self->report, move_on, self, &error);

  pthread_mutex_lock (&self->mutex);
  if (good)
    self->good = self->size;
  self->error = g_steal_pointer (&error);
  self->ended = TRUE;
  pthread_cond_signal (&self->moved);
  pthread_mutex_unlock (&self->mutex);

  return NULL;
}

/**
 * cw_xml_scanner_new:
 * @data: (array length=size): a file, which must outlive the scanner
 * @size: its size [bytes]
 * @name: its name, for messages, which must outlive the scanner
 * @report: (nullable): where to say that there are comments; not to be used until the end
 *
 * Begins to scan a file, see cw_xml_scan().
 *
 * Returns: (transfer full): the scanner, to be given to cw_xml_scanner_finish()
 */
CwXmlScanner *
cw_xml_scanner_new (const char *data, gsize size, const char *name, CwReport *report)
{
  CwXmlScanner *self = g_new0 (CwXmlScanner, 1);

  self->data = data;
  self->size = size;
  self->name = name;
  self->report = report;
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->moved, NULL);
  if (size >= SMALL)
    self->thread = g_thread_try_new ("scan", scan, self, NULL);
  if (self->thread == NULL)
    scan (self);

  return self;
}

/**
 * cw_xml_scanner_wait:
 * @self: a scanner
 * @at: how much the reader has seen [bytes]
 *
 * Waits until there is more that the reader may see.
 *
 * Returns: how much that is; @at when the scan found an error, or no more follows [bytes]
 */
gsize
cw_xml_scanner_wait (CwXmlScanner *self, gsize at)
{
  gsize good;

  pthread_mutex_lock (&self->mutex);
  while (self->good <= at && !self->ended)
    pthread_cond_wait (&self->moved, &self->mutex);
  good = self->error == NULL ? self->good : at;
  pthread_mutex_unlock (&self->mutex);

  return good;
}

/**
 * cw_xml_scanner_finish:
 * @self: (transfer full): a scanner
 * @error: where to put the error
 *
 * Waits for the end of the scan.
 *
 * Returns: whether the whole file is good
 */
gboolean
cw_xml_scanner_finish (CwXmlScanner *self, GError **error)
{
  gboolean good;

  if (self->thread != NULL)
    g_thread_join (self->thread);
  good = self->error == NULL;
  if (!good)
    g_propagate_error (error, self->error);
  pthread_mutex_destroy (&self->mutex);
  pthread_cond_destroy (&self->moved);
  g_free (self);

  return good;
}
