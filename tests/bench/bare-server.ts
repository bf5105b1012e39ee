// The bare limit: Fastify, zod, one INSERT, and an indexed read of 20 rows. The same words checked by the same schema and
// stored; no session, no rights, no versions, no journal, no notification.
import Fastify from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { AnswerBody } from '../../shared/responses.ts'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 12 })
await pool.query('create table if not exists rows (id bigserial primary key, owner int not null, body jsonb not null)')
await pool.query('create index if not exists rows_owner on rows (owner, id)')
await pool.query(`insert into rows (owner, body) select g % 50, jsonb_build_object('text', repeat('lorem ', 20))
  from generate_series(1, 5000) g where not exists (select 1 from rows)`)

const Body = z.object({ owner: z.int(), body: z.array(AnswerBody) })
const app = Fastify({ bodyLimit: 2_000_000 })
app.post('/rows', async (request) => {
  const { owner, body } = Body.parse(request.body)
  const { rows } = await pool.query({
    name: 'insert',
    text: 'insert into rows (owner, body) values ($1, $2) returning id',
    values: [owner, JSON.stringify(body)],
  })
  return { id: rows[0].id }
})
app.get<{ Params: { owner: string } }>('/rows/:owner', async (request) => {
  const { rows } = await pool.query({
    name: 'read',
    text: 'select id, owner, body from rows where owner = $1 order by id limit 20',
    values: [Number(request.params.owner)],
  })
  return { rows }
})
await app.listen({ port: Number(process.argv[3]), host: '127.0.0.1' })
console.log('ready')
